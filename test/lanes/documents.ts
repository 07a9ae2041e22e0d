/**
 * Hostile texts go through the real renderers and are read back by other programs: CSV by a CSV parser and a spreadsheet,
 * HTML by a strict reader and a browser, PDF by qpdf and poppler, mail by a MIME parser, log lines as JSON; what a terminal
 * gets is searched for characters that steer it. Texts must come out as they went in, and none may become a formula, an
 * element, a name of PDF or a header. Careless documents of the same texts must be noticed.
 *
 *   node --conditions=entrygo-src test/lanes/documents.ts [--strings 500] [--seed 1] [--libreoffice] [--strict]
 *
 * A program that is not installed is skipped and counted; with --strict a skip is a failure, and the spreadsheet is asked.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faultsOfCsv, formulasInSpreadsheet, hasSpreadsheet, naiveCsv } from './support/csv-judge.ts'
import { documentTemplate, filledWith, placeholder, replaced } from './support/document-template.ts'
import { hostileTexts } from './support/hostile-text.ts'
import { BrowserJudge, faultsOfHtml } from './support/html-judge.ts'
import { faultsOfMail, faultsOfNaiveMail, faultsOfRecipient } from './support/mail-judge.ts'
import { faultsOfPdf, hasPdfPrograms, pdfPackage } from './support/pdf-judge.ts'
import { seededRandom } from './support/random.ts'
import { csvOf, csvsOf, htmlOf, pdfOf } from './support/rendered-documents.ts'
import { conclude, option } from './support/report.ts'
import { faultsOfLog, faultsOfTerminal } from './support/steering-judge.ts'
import { isOn } from './support/switches.ts'

const strings = option('strings', 500)
const seed = option('seed', 1)
const textsOfDocument = 100
/** A spreadsheet program takes a second for each file, so of later sets it gets one map in turn. */
const sheetsByEveryMap = 5
const isStrict = isOn('strict')

const folder = await mkdtemp(join(tmpdir(), 'entrygo-documents-'))
const random = seededRandom(seed)
const template = documentTemplate(textsOfDocument)
const placeholders = Array.from({ length: textsOfDocument }, (_, index) => placeholder(index))
const blank = {
  html: htmlOf(filledWith(template, placeholders)),
  csv: csvOf(filledWith(template, placeholders)),
  csvs: csvsOf(filledWith(template, placeholders)),
}
const programs = { pdf: hasPdfPrograms(), spreadsheet: wantsSpreadsheet() }
const browser = await BrowserJudge.start(folder, blank.html)
const problems: string[] = []
const skips: string[] = []
const seen = { strings: 0, documents: 0, cells: 0, formulas: 0 }
const csvs: string[] = []

while (seen.strings < strings) await judgeDocument(hostileTexts(random, textsOfDocument, seen.strings))
await browser?.close()
judgeSpreadsheet()
if (browser === null) skips.push('HTML in a browser (chromium)')
if (!programs.pdf) skips.push('PDF (qpdf, pdftotext)')
if (!programs.spreadsheet) skips.push('CSV in a spreadsheet (soffice, --libreoffice)')
if (isStrict) problems.push(...skips.map((skip) => `skipped: ${skip}`))
const naive = await faultsOfNaiveDocuments(hostileTexts(seededRandom(seed), textsOfDocument))
for (const [document, faults] of Object.entries(naive)) {
  if (faults === 0) problems.push(`a careless ${document} passes: this lane would see nothing`)
}
await rm(folder, { recursive: true, force: true })
conclude({
  lane: 'lane documents',
  repeat: `node --conditions=entrygo-src test/lanes/documents.ts --strings ${strings} --seed ${seed}${isStrict ? ' --strict' : isOn('libreoffice') ? ' --libreoffice' : ''}`,
  problems,
  summary:
    `${seen.strings} hostile texts in ${seen.documents} sets of CSV by ${blank.csvs.length} maps, HTML, PDF, mails, log lines and terminal: ${problems.length} problems, ` +
    `${seen.formulas} formulas in ${seen.cells} spreadsheet cells; ${skips.length} skipped` +
    `${skips.length === 0 ? '' : ` (${skips.join('; ')})`}; seed ${seed}. ` +
    `Self-test: careless CSV ${naive.csv}, HTML ${naive.html}, PDF ${programs.pdf ? naive.pdf : 'not looked at'}, mail ${naive.mail} faults.`,
})

function wantsSpreadsheet(): boolean {
  return (isStrict || isOn('libreoffice')) && hasSpreadsheet()
}

async function judgeDocument(texts: readonly string[]): Promise<void> {
  const frozen = filledWith(template, texts)
  const html = htmlOf(frozen)
  problems.push(...faultsOfHtml(html, blank.html, texts))
  for (const [map, csv] of csvsOf(frozen).entries()) {
    if (seen.documents < sheetsByEveryMap || map === seen.documents % blank.csvs.length) csvs.push(csv)
    problems.push(...faultsOfCsv(csv, blank.csvs[map] ?? '', texts))
  }
  if (browser !== null) problems.push(...(await browser.faultsOf(html, texts)))
  const pdf = pdfOf(pdfPackage(template, texts))
  if (programs.pdf) problems.push(...faultsOfPdf(pdf, texts, folder))
  if (seen.documents === 0 && !Buffer.from(pdfOf(pdfPackage(template, texts))).equals(pdf)) {
    problems.push('the same package gave another PDF')
  }
  for (const text of texts) {
    problems.push(...(await faultsOfMail(text)), ...(await faultsOfRecipient(text)))
    problems.push(...faultsOfLog(text), ...faultsOfTerminal(text))
  }
  seen.strings += texts.length
  seen.documents += 1
}

function judgeSpreadsheet(): void {
  if (!programs.spreadsheet) return
  try {
    Object.assign(seen, formulasInSpreadsheet(csvs, join(folder, 'sheets')))
    if (seen.formulas > 0) problems.push(`a spreadsheet program made ${seen.formulas} formulas of the CSV files`)
    const careless = naiveCsv(blank.csv, hostileTexts(seededRandom(seed), textsOfDocument))
    const { formulas } = formulasInSpreadsheet([careless], join(folder, 'naive'))
    if (formulas === 0) problems.push('the spreadsheet program finds no formula where there is one: it proves nothing')
  } catch (error) {
    problems.push(`the spreadsheet program failed: ${String(error)}`)
  }
}

interface NaiveFaults {
  readonly csv: number
  readonly html: number
  readonly pdf: number
  readonly mail: number
}

/** What careless renderers would write; for PDF, which never meets the text as syntax, a document of other texts. */
async function faultsOfNaiveDocuments(texts: readonly string[]): Promise<NaiveFaults> {
  const others = [...texts.slice(1), ...texts.slice(0, 1)]
  const mails = await Promise.all(texts.map(faultsOfNaiveMail))
  return {
    csv: faultsOfCsv(naiveCsv(blank.csv, texts), blank.csv, texts).length,
    html: faultsOfHtml(
      replaced(blank.html, texts, (text) => text),
      blank.html,
      texts,
    ).length,
    pdf: programs.pdf ? faultsOfPdf(pdfOf(pdfPackage(template, others)), texts, folder).length : 1,
    mail: mails.flat().length,
  }
}
