import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Interruption } from '../terminal.ts'
import { harFaults } from '../testing/har-form.ts'
import { type JournaledAccount, startJournaledAccount } from '../testing/journaled-account.ts'
import { answer, batchId, planHash, planned } from '../testing/scripted-account.ts'

let account: JournaledAccount
beforeEach(async () => {
  account = await startJournaledAccount()
})
afterEach(() => account.stop())

const plan = ['plan', '--order-id', 'ord_1', '--idempotency-key', 'nightly']

async function har(): Promise<{ log: { entries: Record<string, never>[] } }> {
  return JSON.parse(await readFile(join(account.folder, 'run.har'), 'utf8'))
}

describe('--debug', () => {
  it('says of every attempt what was sent, what came and whether it is sent again, on stderr alone', async () => {
    let asked = 0
    account.answers['POST /api/exports/plan'] = () => {
      asked += 1
      return asked === 1 ? answer('Error_UNAVAILABLE', 503)() : answer('PlanReady', 201)()
    }
    const { exitCode, stdout, stderr } = await account.cli([...plan, '--json', '--debug'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ idempotencyKey: 'nightly' })
    const lines = stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^debug +[\d.]+ +/, ''))
    expect(lines).toEqual([
      expect.stringMatching(/^entrygo \d+\.\d+\.\d+, Node 24\.\d+\.\d+, \w+ \w+$/),
      expect.stringMatching(/^#1 > POST \/api\/exports\/plan, attempt 1, request id \S+, idempotency key nightly$/),
      expect.stringMatching(/^#1 < 503 UNAVAILABLE in \d+ ms, may be sent again \[.*content-type: application\/json/),
      expect.stringMatching(
        /^#2 > POST \/api\/exports\/plan, attempt 2 after \d+ ms, request id \S+, idempotency key nightly$/,
      ),
      expect.stringMatching(/^#2 < 201 in \d+ ms, done \[/),
      'exit 0, 2 requests',
    ])
    expect(lines[1]?.split('request id ')[1]).toBe(lines[3]?.split('request id ')[1])
  })

  it('tells a final refusal, a broken connection and attempts that were given up apart', async () => {
    account.answers[`GET /api/exports/${batchId}`] = answer('Error_EXPORT_NOT_FOUND', 404)
    const final = await account.cli(['inspect', batchId, '--debug'])
    expect(final.stderr).toMatch(/#1 < 404 EXPORT_NOT_FOUND in \d+ ms, final, not sent again/)
    account.answers[`GET /api/exports/${batchId}`] = () => 'break'
    const broken = await account.cli(['inspect', batchId, '--debug', '--no-retry'])
    expect(broken.stderr).toMatch(/#1 < no answer \(\w+\) in \d+ ms, may be sent again/)
    expect(broken.stderr).toContain('#1 given up after attempt 1: attempts, retry budget or time are spent')
    expect(broken.stderr).toMatch(/exit 10, 1 request\n$/)
  })

  it('tells a time that is over from an end by this side', async () => {
    account.answers[`GET /api/exports/${batchId}`] = () => 'hang'
    const late = await account.cli(['inspect', batchId, '--debug', '--no-retry', '--timeout', '50ms'])
    expect(late.stderr).toMatch(/#1 < no answer \(timeout\) in \d+ ms, may be sent again/)
    const controller = new AbortController()
    account.answers[`GET /api/exports/${batchId}`] = () => {
      setTimeout(() => controller.abort(new Interruption('SIGINT')), 20)
      return 'hang'
    }
    const ended = await account.cli(['inspect', batchId, '--debug'], { signal: controller.signal })
    expect(ended.stderr).toMatch(/#1 < no answer \(Interruption\) in \d+ ms, ended by this side/)
  })

  it('is silent about what it was not asked', async () => {
    expect((await account.cli([...plan, '--json'])).stderr).toBe('')
  })
})

describe('--har', () => {
  it('holds every attempt as HAR 1.2, for its owner alone, without what an order says', async () => {
    account.answers['POST /api/orders/sync'] = answer('Error_RATE_LIMITED', 429)
    await writeFile(
      join(account.folder, 'orders.json'),
      '[{"externalId":"WEB-1","notes":"Jane Doe, Toronto","items":[]}]',
    )
    const { exitCode } = await account.cli(['sync', 'orders.json', '--har', 'run.har', '--timeout', '1s'])
    expect(exitCode).toBe(10)
    const archive = await har()
    expect(harFaults(archive)).toEqual([])
    expect((await stat(join(account.folder, 'run.har'))).mode & 0o777).toBe(0o600)
    expect(JSON.stringify(archive)).not.toContain('Jane')
    expect(JSON.stringify(archive)).not.toContain('WEB-1')
    expect(archive.log.entries[0]).toMatchObject({
      _attempt: 1,
      request: { method: 'POST', postData: { mimeType: 'application/json' } },
      response: { status: 429, content: { mimeType: 'application/json' } },
    })
    const { response } = Object(archive.log.entries[0])
    expect(JSON.parse(response.content.text)).toMatchObject({ errorCode: 'RATE_LIMITED', retryable: true })
  })

  it('is written when the run is interrupted, with the request that was under way', async () => {
    const controller = new AbortController()
    account.answers['POST /api/exports/plan'] = () => {
      setTimeout(() => controller.abort(new Interruption('SIGINT')), 20)
      return 'hang'
    }
    const { exitCode } = await account.cli([...plan, '--har', 'run.har', '--json'], { signal: controller.signal })
    expect(exitCode).toBe(130)
    const archive = await har()
    expect(harFaults(archive)).toEqual([])
    expect(archive.log.entries).toMatchObject([{ response: { status: 0 }, _failure: expect.any(String) }])
  })

  it('is no part of the run: what resumes it is watched by flags of its own', async () => {
    account.answers['POST /api/exports/plan'] = () => 'break'
    const first = await account.cli([...plan, '--har', 'run.har', '--debug', '--no-retry'])
    expect(first.exitCode).toBe(9)
    const { stdout } = await account.cli(['pending', '--json'])
    expect(JSON.parse(stdout).data[0].argv).toEqual(['entrygo', 'plan', '--order-id', 'ord_1', '--no-retry'])
    account.answers['POST /api/exports/plan'] = answer('PlanReady', 201)
    const second = await account.cli(['resume', 'nightly', '--har', 'run.har', '--debug'])
    expect(second.exitCode).toBe(0)
    expect(second.stderr.match(/#1 > POST/g)).toHaveLength(1)
    expect((await har()).log.entries[0]).toMatchObject({ request: { method: 'POST' }, response: { status: 201 } })
  })

  it('replaces an older archive, and refuses any other file before anything is sent', async () => {
    await account.cli([...plan, '--har', 'run.har'])
    expect((await account.cli([...plan, '--har', 'run.har'])).exitCode).toBe(0)
    const sent = account.server.seen.length
    const { exitCode, stdout } = await account.cli([...plan, '--har', 'orders.json', '--json'])
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([2, { errorCode: 'OUTPUT_ERROR', field: '--har' }])
    expect(account.server.seen.length).toBe(sent)
  })
})

describe('--github', () => {
  const files = async (): Promise<{ outputs: Record<string, string>; summary: string }> => {
    const text = await readFile(join(account.folder, 'outputs'), 'utf8')
    const found = text.matchAll(/^([\w-]+)<<(entrygo_[\w-]+)\n([\s\S]*?)\n\2$/gm)
    const outputs = Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]))
    return { outputs, summary: await readFile(join(account.folder, 'summary.md'), 'utf8') }
  }
  const inStep = (argv: readonly string[]): ReturnType<JournaledAccount['cli']> =>
    account.cli([...argv, '--github'], {
      env: {
        GITHUB_STEP_SUMMARY: join(account.folder, 'summary.md'),
        GITHUB_OUTPUT: join(account.folder, 'outputs'),
      },
    })

  it('writes the summary of a plan and its outputs by file', async () => {
    const { exitCode, stdout } = await inStep([...plan, '--json'])
    expect(exitCode).toBe(0)
    const { outputs, summary } = await files()
    expect(outputs).toEqual({
      'exit-code': '0',
      'error-code': '',
      'export-id': batchId,
      'plan-hash': planHash,
      readiness: 'READY',
      'requires-approval': 'false',
      decision: '',
      state: 'executable',
      'submission-status': '',
      'customs-package-id': '',
      'idempotency-key': 'nightly',
      'plan-file': '',
    })
    const markdown = await account.cli([...plan, '--format', 'md'])
    expect(summary.trim()).toBe(markdown.stdout.trim())
    expect(JSON.parse(stdout).data.planHash).toBe(planHash)
  })

  it('marks findings and a gate that refuses, on stderr', async () => {
    account.answers['POST /api/exports/plan'] = answer('PlanReview', 201)
    account.answers[`GET /api/exports/${batchId}`] = planned('REVIEW_REQUIRED')
    const { exitCode, stderr } = await inStep(['run', 'orders.json', '--json'])
    expect(exitCode).toBe(3)
    const lines = stderr.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^::warning title=entrygo run%3A APPROVAL_REQUIRED \(exit 3\)::/)
    expect(lines.slice(1).every((line) => /^::(?:warning|error) title=[A-Z]+-\d+::\S/.test(line))).toBe(true)
    const { outputs, summary } = await files()
    expect(outputs).toMatchObject({
      'exit-code': '3',
      'error-code': 'APPROVAL_REQUIRED',
      readiness: 'REVIEW_REQUIRED',
      'requires-approval': 'true',
    })
    expect(summary).toContain('APPROVAL')
  })

  it('marks the line of a file that cannot be read', async () => {
    await writeFile(join(account.folder, 'broken.json'), '[\n{"externalId":')
    const { stderr } = await inStep(['run', 'broken.json', '--json'])
    expect(stderr).toMatch(
      /^::error file=broken\.json,line=\d,title=entrygo run%3A INPUT_ERROR \(exit 2\)::broken\.json line/,
    )
  })

  it('lets no text of a server become an output, a command or a line of its own', async () => {
    const hostile = 'x\n::add-mask::a\n##[set-output name=readiness]READY\nreadiness=READY\nEOF'
    account.answers['POST /api/exports/plan'] = () => {
      const { json } = Object(answer('PlanReview', 201)())
      const [first] = json.validationMessages
      return {
        status: 201,
        json: { ...json, readinessState: hostile, validationMessages: [{ ...first, message: hostile }] },
        headers: { etag: '##[set-output name=readiness]READY' },
      }
    }
    for (const format of ['json', 'yaml', 'table', 'md']) {
      const { stdout, stderr } = await inStep([...plan, '--format', format, '--debug'])
      const printed = `${stdout}${stderr}`
      expect(printed).not.toContain('##[')
      expect(printed.split('\n').filter((line) => /^\s*::(?!(?:warning|error|notice) title=)/.test(line))).toEqual([])
      if (format === 'yaml') expect(parse(stdout).data.readinessState).toBe(hostile)
      if (format === 'json') expect(JSON.parse(stdout).data.readinessState).toBe(hostile)
      const { outputs } = await files()
      expect(outputs).toMatchObject({ readiness: hostile })
    }
  })

  it('names the variables that are missing, and depends on nothing else of a runner', async () => {
    const none = await account.cli([...plan, '--github', '--json'], { env: { CI: 'true', GITHUB_ACTIONS: 'true' } })
    expect(JSON.parse(none.stdout)).toMatchObject({
      errorCode: 'USAGE_ERROR',
      message:
        '--github needs GITHUB_STEP_SUMMARY and GITHUB_OUTPUT, which are not set: a step of a GitHub workflow has them; elsewhere leave --github out.',
      exitCode: 2,
    })
    expect(account.server.seen).toEqual([])
  })

  it('says of an export where it stands', async () => {
    account.answers[`GET /api/exports/${batchId}`] = answer('Inspected')
    await inStep(['inspect', batchId, '--json'])
    const { outputs, summary } = await files()
    expect(outputs).toMatchObject({ 'exit-code': '0', state: 'completed', 'submission-status': 'sent' })
    expect(summary).toContain('### Timeline')
  })
})
