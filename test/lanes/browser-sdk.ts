/**
 * The SDK in a real Chromium: its browser bundle runs the whole loop from a page against the real server, and meets servers
 * that fail in eight ways. The page may load nothing but from its own origin, and must log nothing unasked.
 *
 *   node --conditions=entrygo-src test/lanes/browser-sdk.ts [--strict]
 *
 * Without a Chromium (CHROMIUM_PATH, or one on the PATH) the lane is skipped and says so; with --strict a skip is a failure.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDev } from '@entrygo/server/dev'
import { chromium, type Page } from 'playwright-core'
import { rolldown } from 'rolldown'
import { chromiumPath, executableOf } from './support/browser.ts'
import { faults, type PageServer, startPageServer } from './support/browser-page-server.ts'
import type { FailureResult, LoopInput, LoopResult } from './support/browser-program.ts'
import { conclude } from './support/report.ts'
import { isOn } from './support/switches.ts'

/** Kind of the error of a read, and requests that a page sends before it. Chromium sends a broken connection again by itself. */
const expected: Readonly<
  Record<keyof typeof faults, readonly [kind: string, attempts: number, isUnclearWrite: boolean]>
> = {
  hang: ['timeout', 1, true],
  stall: ['timeout', 1, true],
  drop: ['network', 4, true],
  unavailable: ['api', 4, false],
  conflict: ['api', 1, false],
  page: ['api', 4, true],
  'half-json': ['parse', 1, false],
  redirect: ['api', 1, false],
}

const problems: string[] = []
const name = chromiumPath()
let summary = '1 skipped: there is no Chromium (CHROMIUM_PATH).'

if (name !== null) summary = await inChromium(executableOf(name))
else if (isOn('strict')) problems.push('skipped: there is no Chromium')
conclude({
  lane: 'lane browser-sdk',
  repeat: 'node --conditions=entrygo-src test/lanes/browser-sdk.ts',
  problems,
  summary,
})

async function inChromium(executablePath: string): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'entrygo-browser-'))
  const dev = await startDev({ port: 0, dataDir })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  await using server = await startPageServer(dev.url, await programForPages())
  try {
    const page = await browser.newPage()
    const foreign = watched(page, server)
    await page.goto(server.url)
    const { apiKey, accountId, warehouseId, brokerId } = dev
    const options = { baseUrl: server.url, apiKey, accountId }
    const loop = await judgeLoop(page, { options, warehouseId, brokerId, ...(await goods()) })
    const failures = await judgeFailures(page, options)
    foreign.push(...server.elsewhere.requests.map((path) => `followed a redirect to ${path}`))
    problems.push(...foreign)
    await judgeBare(await browser.newPage(), server.url)
    const version = browser.version()
    return (
      `Chromium ${version}: a loop to ${loop.state} with ${loop.events.length} events and a file of ${loop.artifactBytes} bytes; ` +
      `${failures.length} calls that failed, each with an error of the SDK; ${foreign.length} requests to another origin or lines in the console. ` +
      `Self-test: each of ${Object.keys(faults).length} calls by fetch alone is noticed.`
    )
  } finally {
    await browser.close()
    await dev.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The program as one script that puts its functions under the name `program`. */
async function programForPages(): Promise<string> {
  const build = await rolldown({
    input: new URL('./support/browser-program.ts', import.meta.url).pathname,
    platform: 'browser',
    resolve: { conditionNames: ['entrygo-src', 'import', 'default'] },
  })
  const { output } = await build.generate({ format: 'iife', name: 'program', minify: true })
  await build.close()
  return output[0].code
}

async function goods(): Promise<Pick<LoopInput, 'products' | 'orders'>> {
  const read = async (file: string): Promise<ReturnType<typeof JSON.parse>> =>
    JSON.parse(await readFile(new URL(`../../${file}`, import.meta.url), 'utf8'))
  const products = await read('examples/first-export/data/products.json')
  return { products: products.slice(0, 1), orders: await read('docs/guides/first-order.json') }
}

/** What the page should not do: ask another origin, or write to the console of its own accord. */
function watched(page: Page, server: PageServer): string[] {
  const found: string[] = []
  // Chromium announces where a redirect leads also when it does not go there: that server tells.
  page.on('request', (request) => {
    const isKnown = [server.url, server.elsewhere.url].some((origin) => request.url().startsWith(`${origin}/`))
    if (!isKnown) found.push(`asked ${request.url()}`)
  })
  // Chromium itself notes every failed load.
  page.on('console', (message) => {
    if (!message.text().startsWith('Failed to load resource')) found.push(`logged ${message.text()}`)
  })
  page.on('pageerror', (error) => found.push(`threw ${error.message}`))
  return found
}

async function judgeLoop(page: Page, input: LoopInput): Promise<LoopResult> {
  const loop: LoopResult = await page.evaluate(`program.runLoop(${JSON.stringify(input)})`)
  if (loop.readinessState !== 'READY') problems.push(`the plan is ${loop.readinessState}`)
  if (loop.state !== 'completed') problems.push(`the export is ${loop.state}`)
  if (!loop.isOnePackage) problems.push('a second execute gave another package')
  if (!loop.events.includes('EXPORT_EXECUTED')) problems.push(`the events are ${loop.events.join()}`)
  return loop
}

async function judgeFailures(page: Page, options: LoopInput['options']): Promise<FailureResult[]> {
  const given = `${JSON.stringify(options)}, ${JSON.stringify(Object.keys(faults))}`
  const failures: FailureResult[] = await page.evaluate(`program.runFailures(${given})`)
  problems.push(...faultsIn(failures))
  const abort: FailureResult = await page.evaluate(`program.runAbort(${JSON.stringify(options)})`)
  if (abort.kind !== 'aborted' || abort.ms > 1000) problems.push(`an abort ended as ${abort.kind} after ${abort.ms} ms`)
  return [...failures, abort]
}

/** The lane's self-test: what `fetch` alone makes of the same servers has to be noticed. */
async function judgeBare(page: Page, url: string): Promise<void> {
  await page.goto(url)
  const given = `${JSON.stringify({ baseUrl: url })}, ${JSON.stringify(Object.keys(faults))}`
  const bare: FailureResult[] = await page.evaluate(`program.runBare(${given})`)
  if (faultsIn(bare).length !== bare.length) problems.push('calls by fetch alone pass: this lane would see nothing')
}

function faultsIn(failures: readonly FailureResult[]): string[] {
  return failures.flatMap(({ name: what, isOurs, isOutcomeUnknown, kind, attempts }) => {
    const [fault = '', form] = what.split(' ')
    const [readKind, wanted, isUnclearWrite] = expected[fault] ?? ['', 0, false]
    const isUnclear = form === 'write' && isUnclearWrite
    const isRight = isOurs && isOutcomeUnknown === isUnclear && (isUnclear || kind === readKind) && attempts === wanted
    return isRight ? [] : [`${what}: ${kind} after ${attempts} attempts, ours: ${isOurs}`]
  })
}
