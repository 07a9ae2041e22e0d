import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { commandTable } from '../command-line/command-table.ts'
import { runCli } from '../testing/run-cli.ts'

interface Described {
  readonly name: string
  readonly output: object
  readonly outputs: readonly string[]
  readonly options: readonly { readonly flag: string; readonly env: string | null; readonly isPath: boolean }[]
}

async function schema(...argv: string[]) {
  const { exitCode, stdout } = await runCli(['schema', ...argv, '--json'])
  const { data } = JSON.parse(stdout)
  return { exitCode, data, commands: data.commands as readonly Described[] }
}

describe('schema', () => {
  it('describes every command of the table, with flags, exit codes and what stands in for a flag', async () => {
    const { data, commands } = await schema()
    expect(commands.map(({ name }) => name)).toEqual(commandTable.map(({ name }) => name))
    expect(data.exitCodes.find(({ code }: { code: number }) => code === 9).errorCodes).toEqual(['OUTCOME_UNKNOWN'])
    const plan = commands.find(({ name }) => name === 'plan')
    expect(plan?.options.find(({ flag }) => flag === '--warehouse-id')?.env).toBe('ENTRYGO_WAREHOUSE_ID')
    expect(plan?.options.find(({ flag }) => flag === '--orders-from')?.isPath).toBe(true)
  })

  it('every command names the schema of its answer, and each one is a schema that refers to nothing missing', async () => {
    const { data, commands } = await schema()
    expect(commands.filter(({ outputs }) => outputs.length === 0).map(({ name }) => name)).toEqual([])
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    ajv.addSchema({ $id: data.$id, $defs: data.$defs })
    for (const { output } of commands) {
      const whole = JSON.stringify(output).replaceAll('"#/$defs/', `"${data.$id}#/$defs/`)
      expect(() => ajv.compile(JSON.parse(whole))).not.toThrow()
    }
  })

  it('takes the answers of the wire from the contract, word for word', async () => {
    const { contractDocument } = await import('@entrygo/sdk/contract/document')
    const { data } = await schema('inspect')
    const whole = JSON.stringify(contractDocument).replaceAll('"#/components/schemas/', '"#/$defs/')
    expect(data.$defs.Export).toEqual(JSON.parse(whole).components.schemas.Export)
  })

  it('of one command or group holds no other', async () => {
    expect((await schema('plan', 'diff')).commands.map(({ name }) => name)).toEqual(['plan diff'])
    expect((await schema('webhooks')).commands.map(({ name }) => name)).toEqual(
      commandTable.map(({ name }) => name).filter((name) => name.startsWith('webhooks ')),
    )
    expect((await runCli(['schema', 'nothing', '--json'])).exitCode).toBe(2)
  })

  it('--man is the manual page, with every command and flag', async () => {
    const { stdout } = await runCli(['schema', '--man'])
    expect(stdout.startsWith('.TH ENTRYGO 1')).toBe(true)
    const text = stdout.replaceAll('\\-', '-')
    for (const { name, options } of commandTable) {
      expect(text).toContain(`.SS entrygo ${name}`)
      for (const { flag } of options) expect(text).toContain(`\\fB${flag.split(' ')[0]}\\fR`)
    }
  })
})
