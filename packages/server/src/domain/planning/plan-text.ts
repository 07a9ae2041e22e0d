/**
 * The same text as `JSON.stringify` for what holds `treatments`. Thousands of lines share the lists of one product, which
 * are most of the text of a plan: each list is written once.
 */
export function planText(plan: object): string {
  const members = Object.entries(plan).filter(([, member]) => member !== undefined)
  const written = members.map(([name, member]) => {
    const text = name === 'treatments' && Array.isArray(member) ? treatmentsText(member) : JSON.stringify(member)
    return `${JSON.stringify(name)}:${text}`
  })
  return `{${written.join(',')}}`
}

function treatmentsText(treatments: readonly object[]): string {
  const texts = new Map<unknown, string>()
  return `[${treatments.map((treatment) => treatmentText(treatment, texts)).join(',')}]`
}

function treatmentText(treatment: object, texts: Map<unknown, string>): string {
  let text = ''
  for (const [name, member] of Object.entries(treatment)) {
    if (member === undefined) continue
    text += `${text === '' ? '{' : ','}"${name}":${Array.isArray(member) ? listText(member, texts) : JSON.stringify(member)}`
  }
  return text === '' ? '{}' : `${text}}`
}

function listText(list: readonly unknown[], texts: Map<unknown, string>): string {
  const known = texts.get(list)
  if (known !== undefined) return known
  const text = JSON.stringify(list)
  texts.set(list, text)
  return text
}
