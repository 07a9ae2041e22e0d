export type MailFact = readonly [label: string, value: string | null | undefined]

/** Facts one under the other, their values in one column; those without a value are left out. */
export function mailFacts(facts: readonly MailFact[]): string {
  return facts.flatMap(([label, value]) => (value ? [`${`${label}:`.padEnd(23)}${value}`] : [])).join('\n')
}

export function inKg(kg: string | null): string | null {
  return kg === null ? null : `${kg} kg`
}
