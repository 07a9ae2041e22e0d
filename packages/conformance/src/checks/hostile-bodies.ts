/** Bodies that a server must refuse by itself: every one is wrong for every sync and for plan. */
export function hostileBodies(accountId: string, name: string): readonly string[] {
  const account = JSON.stringify(accountId)
  const wrap = (items: string): string => `{"accountId":${account},"items":${items}}`
  return [
    ...['null', 'true', '0', '"text"', '[]', '{}', '[[[]]]'],
    wrap('null'),
    wrap('{}'),
    wrap('[null]'),
    wrap('[[]]'),
    wrap('["text"]'),
    wrap('[]'),
    wrap(`[{"externalId":${JSON.stringify(name)},"destinationCountry":{"$gt":""},"items":[{}]}]`),
    wrap(`[{"externalId":["${name}"],"destinationCountry":"US","items":"' OR 1=1 --"}]`),
    wrap(`[{"externalId":"","destinationCountry":"US","items":[]}]`),
    wrap(`[{"externalId":"\\u0000","destinationCountry":"US","items":[]}]`),
    wrap(`[{"externalId":"${'x'.repeat(5000)}","destinationCountry":"US","items":[]}]`),
    wrap(
      `[{"externalId":"${name}","destinationCountry":"US","items":[{"productId":"x","quantity":1e308,"unitValueUsd":1}]}]`,
    ),
    wrap(`[{"externalId":"${name}","toString":1,"hasOwnProperty":1,"items":[]}]`),
    `{"accountId":${account},"warehouseId":7,"brokerId":[],"orderIds":"all"}`,
    `{"accountId":${account},"warehouseId":"wh_1","brokerId":"br_1","orderIds":[1,2,3]}`,
    `{"accountId":${account},"warehouseId":"../../etc","brokerId":"%00","orderIds":["ord_1"],"asOf":"2026-02-30"}`,
    `{"accountId":{"toString":"x"}}`,
    '\ufeff{}',
    '{"a":1}{"b":2}',
    'NaN',
    '{"a":Infinity}',
  ]
}

/** JSON that two parsers may read differently (RFC 7493), or that is too deep. */
export function notInterchangeable(accountId: string): readonly string[] {
  const account = JSON.stringify(accountId)
  const metadata = (text: string): string =>
    `{"accountId":${account},"items":[{"externalId":"A","destinationCountry":"US","items":[],"metadata":${text}}]}`
  return [
    metadata('{"n":9007199254740993}'),
    metadata('{"n":0.1000000000000000055511151231257827}'),
    metadata('{"s":"\\ud800"}'),
    metadata('{"__proto__":{"a":1}}'),
    metadata('{"s":"\\u0000"}'),
    metadata(`${'['.repeat(40)}${']'.repeat(40)}`),
  ]
}
