import { waitForExport } from '@entrygo/sdk'
import type { Export, ExportId } from '@entrygo/sdk/contract'
import { gateOf } from '../gate.ts'
import { parametersOf } from '../schema/contract.ts'
import { inputSchema } from '../schema/input-schema.ts'
import { gateShape, outputSchema, shapeNamed } from '../schema/output-schema.ts'
import { type CallContext, defineTool, type Tool } from '../tool.ts'
import type { World } from '../world.ts'
import { reads } from './hints.ts'
import { stepsAfterInspect } from './next-steps.ts'
import { knownWord } from './words.ts'

interface InspectArgs {
  readonly id: ExportId
  readonly wait?: number
}

export const inspectTool: Tool = defineTool<InspectArgs>({
  name: 'entrygo_inspect',
  title: 'Inspect an export',
  description:
    'Everything the export is now: state, plan, findings, approvals, artifacts, hand-off to the broker. With wait it answers when somebody can act, or when that many seconds are over.',
  inputSchema: inputSchema(parametersOf('inspectExport'), {
    more: {
      wait: { type: 'integer', minimum: 0, maximum: 300, default: 0, description: 'Most seconds to wait.' },
    },
  }),
  outputSchema: outputSchema(shapeNamed('Export', 1), gateShape),
  annotations: reads,
  run: async (world, { id, wait = 0 }, context) => {
    const found =
      wait === 0
        ? await world.client.inspect({ id }, { signal: context.signal })
        : await waited(world, { id, wait }, context)
    const gate = gateOf(world, found)
    const { state, validationMessages, artifacts } = found
    const says = `The export is ${knownWord('state', state)}: ${knownWord('readiness', found.readinessState)}, ${validationMessages.length} findings, ${artifacts.length} artifacts.`
    return { says, data: found, ...(found.status !== 'executed' && { gate }), next: stepsAfterInspect(found, gate) }
  },
})

/** A wait that ends without an outcome is an answer, not a failure: the export as it is then. */
async function waited(world: World, { id, wait }: Required<InspectArgs>, context: CallContext): Promise<Export> {
  const { signal, progress } = context
  let seen = 0
  try {
    return await waitForExport(world.client, id, {
      signal,
      timeoutMs: wait * 1000,
      onEvent: () => {
        seen += 1
        void progress(`${seen} events seen`)
      },
    })
  } catch (error) {
    const isOver = error instanceof Error && 'code' in error && error.code === 'WAIT_TIMEOUT'
    if (!isOver) throw error
    return world.client.inspect({ id }, { signal })
  }
}
