import type { ConformanceReport, ConformanceResult } from '../report.ts'
import { groupOf, groups } from '../requirement.ts'

/** The report as JUnit XML: a suite for each group, a case for each requirement. A SHOULD that fails is told as skipped. */
export function junitXml(report: ConformanceReport): string {
  const byGroup = Map.groupBy(report.results, ({ id }) => groupOf(id))
  const suites = [...byGroup].map(([group, results]) => suite(`${group} ${groups[group] ?? ''}`.trim(), results))
  const attributes = `name="EntryGo conformance" ${sums(report.results)}`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${suites.join('\n')}\n</testsuites>\n`
}

function suite(name: string, results: readonly ConformanceResult[]): string {
  return `  <testsuite name="${escaped(name)}" ${sums(results)}>\n${results.map(testCase).join('\n')}\n  </testsuite>`
}

function sums(results: readonly ConformanceResult[]): string {
  const failures = results.filter(({ outcome, level }) => outcome === 'fails' && level === 'MUST').length
  const skipped = results.filter(({ outcome }) => outcome !== 'holds').length - failures
  const seconds = results.reduce((sum, { ms }) => sum + ms, 0) / 1000
  return `tests="${results.length}" failures="${failures}" errors="0" skipped="${skipped}" time="${seconds.toFixed(3)}"`
}

function testCase(result: ConformanceResult): string {
  const { id, statement, ms } = result
  const head = `    <testcase name="${escaped(`${id} ${statement}`)}" classname="entrygo.conformance.${groupOf(id)}" time="${(ms / 1000).toFixed(3)}"`
  const told = inside(result)
  return told === '' ? `${head}/>` : `${head}>${told}</testcase>`
}

function inside({ outcome, level, because, failure }: ConformanceResult): string {
  if (outcome === 'holds') return ''
  if (failure === undefined) return `<skipped message="${escaped(because ?? '')}"/>`
  const message = escaped(`${level}: expected ${failure.expected}`)
  if (level === 'SHOULD') return `<skipped message="${message}"/>`
  const text = [
    `expected: ${failure.expected}`,
    `got: ${failure.got}`,
    ...(failure.sent === null ? [] : [`sent: ${failure.sent}`]),
  ]
  return `<failure type="${level}" message="${message}">${escaped(text.join('\n'))}</failure>`
}

/** For text and attributes of XML 1.0; characters that it cannot hold are replaced. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
}
