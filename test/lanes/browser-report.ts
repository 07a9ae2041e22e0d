/**
 * Opens reports in a real Chromium, on a phone, a tablet and a desk, light and dark, and prints them. Each must load nothing,
 * log nothing, run nothing, stay within the window, show its text with contrast enough, and say what the plan says; reports
 * full of hostile texts must have the elements of those with plain ones. A careless page must be noticed.
 *
 *   node --conditions=entrygo-src test/lanes/browser-report.ts [--hostile 6] [--seed 1] [--strict]
 *
 * Screenshots and PDFs are left in a folder that the last line names. Without a Chromium (CHROMIUM_PATH, or one on the PATH)
 * the lane is skipped and says so; with --strict a skip is a failure.
 */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type ReportSource, reportPage } from '../../packages/cli/src/render/html/report.ts'
import { plain } from '../../packages/cli/src/render/text.ts'
import { chromiumPath, executableOf } from './support/browser.ts'
import { hostileTexts } from './support/hostile-text.ts'
import { seededRandom } from './support/random.ts'
import { conclude, option } from './support/report.ts'
import { reportSamples } from './support/report-samples.ts'
import { withTexts } from './support/report-texts.ts'
import { isOn } from './support/switches.ts'

const hostile = option('hostile', 6)
const seed = option('seed', 1)
const widths = [375, 800, 1280]
/** Of a page of a thousand orders the first screens say enough. */
const shotHeight = 6000
const pageJudge = await readFile(new URL('./support/page-judge.js', import.meta.url), 'utf8')
const problems: string[] = []
const seen = { pages: 0, views: 0, prints: 0, hostile: 0, faultsOfCareless: 0 }
const folder = await mkdtemp(join(tmpdir(), 'entrygo-reports-'))
const name = chromiumPath()

if (name !== null) {
  const browser = await chromium.launch({ executablePath: executableOf(name), args: ['--no-sandbox'] })
  try {
    await judge(browser)
  } finally {
    await browser.close()
  }
} else if (isOn('strict')) problems.push('skipped: there is no Chromium')
conclude({
  lane: 'lane browser-report',
  repeat: `node --conditions=entrygo-src test/lanes/browser-report.ts --hostile ${hostile} --seed ${seed}`,
  problems,
  summary:
    name === null
      ? '1 skipped: there is no Chromium (CHROMIUM_PATH).'
      : `${seen.pages} reports in ${seen.views} views and ${seen.prints} prints, ${seen.hostile} of hostile texts: ` +
        `${problems.length} problems; 0 skipped; seed ${seed}. Self-test: a careless page has ${seen.faultsOfCareless} faults. ` +
        `Screenshots: ${folder}`,
})

async function judge(browser: Browser): Promise<void> {
  const samples = await reportSamples()
  for (const [sample, source] of samples) {
    const file = await saved(sample, reportPage(source))
    if (reportPage(source) !== reportPage(structuredClone(source)))
      problems.push(`${sample}: other bytes the second time`)
    for (const width of widths) await judgeView(browser, { sample, source, file, width, isDark: false })
    await judgeView(browser, { sample, source, file, width: widths[seen.pages % widths.length] ?? 375, isDark: true })
    await judgePrint(browser, sample, file)
    seen.pages += 1
  }
  await judgeHostile(browser, samples)
  await judgeCareless(browser, samples)
}

async function saved(sample: string, page: string): Promise<string> {
  const file = join(folder, `${sample}.html`)
  await writeFile(file, page)
  return file
}

interface View {
  readonly sample: string
  readonly source: ReportSource
  readonly file: string
  readonly width: number
  readonly isDark: boolean
}

async function judgeView(browser: Browser, { sample, source, file, width, isDark }: View): Promise<void> {
  const where = `${sample} at ${width}${isDark ? ', dark' : ''}`
  const found = await opened(browser, { file, width, isDark }, async (page) => {
    const shot = join(folder, `${sample}-${width}${isDark ? '-dark' : ''}.png`)
    const height = await page.evaluate<number>('document.documentElement.scrollHeight')
    await page.screenshot({
      path: shot,
      clip: { x: 0, y: 0, width, height: Math.min(height, shotHeight) },
      fullPage: true,
    })
    const text = await page.evaluate<string>('document.body.innerText')
    return missingTexts(source, text).map((wanted) => `does not say ${wanted}`)
  })
  problems.push(...found.map((fault) => `${where}: ${fault}`))
  seen.views += 1
}

/** Opens the file, and answers what the page, its console and its requests say against it. */
async function opened(
  browser: Browser,
  { file, width, isDark }: Pick<View, 'file' | 'width' | 'isDark'>,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: isDark ? 'dark' : 'light',
  })
  try {
    const page = await context.newPage()
    const faults: string[] = []
    const own = pathToFileURL(file).href
    page.on('console', (message) => faults.push(`the console says: ${message.text()}`))
    page.on('pageerror', (error) => faults.push(`an error: ${error.message}`))
    page.on('dialog', (dialog) => faults.push(`a dialog: ${dialog.message()}`))
    page.on('request', (request) => {
      if (request.url() !== own) faults.push(`asks for ${request.url().slice(0, 100)}`)
    })
    await page.goto(own)
    faults.push(...(await page.evaluate<string[]>(pageJudge)), ...(await look(page)))
    return faults
  } finally {
    await context.close()
  }
}

/** What has to stand on the page whatever its width; long lists are cut, so of each the first counts. */
function missingTexts({ plan, snapshot }: ReportSource, text: string): string[] {
  const said = squeezed(text)
  const [finding] = plan.validationMessages
  const [order = ''] = [...plan.excluded_order_ids, ...plan.included_order_ids]
  const externalId = snapshot?.inputs.orders[order]?.['externalId']
  const wanted = [
    plan.planHash,
    plan.exportId,
    plan.readinessState,
    plan.rulePack.asOf,
    ...(finding === undefined ? [] : [finding.message, finding.ruleId]),
    typeof externalId === 'string' ? externalId : order,
    ...('events' in plan ? plan.events.slice(-1).map(({ type }) => type) : []),
  ]
  return wanted.filter((one) => !said.includes(squeezed(one)))
}

function squeezed(text: string): string {
  return plain(text).replace(/\s+/g, '')
}

async function judgePrint(browser: Browser, sample: string, file: string): Promise<void> {
  const context = await browser.newContext({ colorScheme: 'dark' })
  const page = await context.newPage()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 718, height: 1000 })
  await page.goto(pathToFileURL(file).href)
  const faults = await page.evaluate<string[]>(pageJudge)
  const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
  if (ground !== 'rgb(255, 255, 255)') faults.push(`its ground is ${ground} on paper`)
  const pdf = await page.pdf({ path: join(folder, `${sample}.pdf`), format: 'A4' })
  const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
  if (sheets === 0) faults.push('has no sheet')
  problems.push(...faults.map((fault) => `${sample} on paper: ${fault}`))
  seen.prints += 1
  await context.close()
}

/** Hostile texts add no element: the tree has the elements of the same report with plain words. */
async function judgeHostile(browser: Browser, samples: ReadonlyMap<string, ReportSource>): Promise<void> {
  const random = seededRandom(seed)
  const sources = ['review', 'blocked', 'executed', 'in-doubt'].flatMap((sample) => samples.get(sample) ?? [])
  for (let index = 0; index < hostile; index += 1) {
    const source = sources[index % sources.length]
    if (source === undefined) continue
    const texts = hostileTexts(random, 400, index * 20)
    // A number before each text: equal ones would stand together and make another page.
    const numbered = (textOf: (index: number) => string) => {
      let at = 0
      return (): string => `${at} ${textOf(at++)}`
    }
    const next = numbered((number) => texts[number % texts.length] ?? '')
    const wanted = await elementsOf(
      browser,
      await saved(
        'words',
        reportPage(
          withTexts(
            source,
            numbered(() => 'word'),
          ),
        ),
      ),
    )
    const page = reportPage(withTexts(source, next))
    const found = await elementsOf(browser, await saved('hostile', page))
    const faults = found.faults.filter((fault) => !fault.startsWith('contrast'))
    if (found.elements !== wanted.elements) faults.push('other elements than with plain words')
    problems.push(...faults.map((fault) => `hostile texts, set ${index}: ${fault}`))
    if (faults.length > 0) await saved(`hostile-${index}`, page)
    seen.hostile += 1
  }
}

async function elementsOf(browser: Browser, file: string): Promise<{ elements: string; faults: string[] }> {
  let elements = ''
  const faults = await opened(browser, { file, width: 375, isDark: false }, async (page) => {
    elements = await page.evaluate<string>(
      `[...document.querySelectorAll('*')].map((one) => one.tagName + '[' + one.getAttributeNames() + ']').join()`,
    )
    return []
  })
  return { elements, faults }
}

/** The same page with faults of every kind that is looked for; one that is not seen would be seen nowhere. */
async function judgeCareless(browser: Browser, samples: ReadonlyMap<string, ReportSource>): Promise<void> {
  const source = samples.get('review')
  if (source === undefined) throw new Error('there is no plan for review')
  const careless = reportPage(source)
    .replace(/<meta http-equiv[^>]*>/, '')
    .replace('.soft{color:var(--soft)', '.soft{color:#bbb')
    .replace(
      '<main>',
      '<main><div style="width:900px">wide</div><img src="https://x.example/a.png" onerror="console.log(1)">',
    )
    .replace(/<title id="chart-title">[^<]*<\/title>/, '')
  const faults = await opened(
    browser,
    { file: await saved('careless', careless), width: 375, isDark: false },
    async () => [],
  )
  const kinds = ['contrast', 'wider', 'asks for', 'a img', 'a drawing', 'the console']
  const missed = kinds.filter((kind) => !faults.some((fault) => fault.startsWith(kind)))
  problems.push(...missed.map((kind) => `a careless page passes: this lane does not see "${kind}"`))
  seen.faultsOfCareless = faults.length
}
