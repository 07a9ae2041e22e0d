import type { DiffPlansArgs, ListEventsArgs, ListExportsArgs, RuleArgs } from '@entrygo/sdk'
import { parametersOf } from '../schema/contract.ts'
import { inputSchema } from '../schema/input-schema.ts'
import { outputSchema, shapeNamed } from '../schema/output-schema.ts'
import { defineTool, type Tool } from '../tool.ts'
import { reads } from './hints.ts'

const listExports: Tool = defineTool<NonNullable<ListExportsArgs>>({
  name: 'entrygo_list_exports',
  title: 'List exports',
  description: 'Exports of the account, newest first, with state, readinessState and planHash. Follow next_cursor.',
  inputSchema: inputSchema(parametersOf('listExports')),
  outputSchema: outputSchema(shapeNamed('ExportList', 2)),
  annotations: reads,
  run: async ({ client }, args, { signal }) => {
    const data = await client.exports.list(args, { signal })
    return { says: `${data.data.length} exports${data.next_cursor === null ? '' : ', and more'}.`, data }
  },
})

const listEvents: Tool = defineTool<ListEventsArgs>({
  name: 'entrygo_list_events',
  title: 'List the events of an export',
  description: 'What happened to an export, in the order of seq. With wait it holds on until there is an event.',
  inputSchema: inputSchema(parametersOf('listExportEvents')),
  outputSchema: outputSchema(shapeNamed('EventList', 2)),
  annotations: reads,
  run: async ({ client }, args, { signal }) => {
    const data = await client.exports.events(args, { signal })
    return { says: `${data.data.length} events${data.has_more ? ', and more' : ''}.`, data }
  },
})

const planDiff: Tool = defineTool<DiffPlansArgs>({
  name: 'entrygo_plan_diff',
  title: 'Compare two plans',
  description:
    'What is different in the plan `planHash` from the plan `against` of the same export, field by field with the cause.',
  inputSchema: inputSchema(parametersOf('diffPlans')),
  outputSchema: outputSchema(shapeNamed('PlanDiff', 2)),
  annotations: reads,
  run: async ({ client }, args, { signal }) => {
    const data = await client.exports.diffPlans(args, { signal })
    return { says: `${data.differences.length + data.truncated} differences.`, data }
  },
})

const getRule: Tool = defineTool<RuleArgs>({
  name: 'entrygo_get_rule',
  title: 'Read a rule',
  description: 'The dated records of a rule, by the ruleId that findings name: wording, authority, days in force.',
  inputSchema: inputSchema(parametersOf('getRule')),
  outputSchema: outputSchema(shapeNamed('RuleList', 2)),
  annotations: reads,
  run: async ({ client }, args, { signal }) => {
    const data = await client.rules.get(args, { signal })
    return { says: `${data.data.length} records.`, data }
  },
})

export const readTools: readonly Tool[] = [listExports, listEvents, planDiff, getRule]
