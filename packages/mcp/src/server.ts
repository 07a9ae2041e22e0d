import {
  fromJsonSchema,
  McpServer,
  type McpServerFactory,
  type StandardSchemaWithJSON,
} from '@modelcontextprotocol/server'
import { instructions, registerPrompt } from './prompt.ts'
import { registerDocs } from './resources/docs.ts'
import { registerExports } from './resources/exports.ts'
import type { JsonObject } from './schema/json.ts'
import { callContextOf, type Tool } from './tool.ts'
import { artifactTool } from './tools/artifact-tool.ts'
import { executeTool } from './tools/execute-tool.ts'
import { explainTool } from './tools/explain-tool.ts'
import { inspectTool } from './tools/inspect-tool.ts'
import { planTool } from './tools/plan-tool.ts'
import { readTools } from './tools/read-tools.ts'
import { recordTools } from './tools/record-tools.ts'
import { setUpTools, syncTools } from './tools/sync-tools.ts'
import { version } from './version.ts'
import { createWorld, type McpSettings } from './world.ts'

/** What is offered under these settings, in the order of the loop. */
export function toolsOf(settings: Pick<McpSettings, 'offersSetUp' | 'offersDuplicateRisk'>): readonly Tool[] {
  return [
    ...(settings.offersSetUp === true ? setUpTools : []),
    ...syncTools,
    planTool,
    executeTool(settings),
    inspectTool,
    explainTool,
    artifactTool,
    ...readTools,
    ...recordTools,
  ]
}

/**
 * Makes servers of the Model Context Protocol over one EntryGo client. All of them share the keys of writes whose outcome
 * is not known, so it does not matter which of them an agent's repeat reaches.
 */
export function createMcp(settings: McpSettings): McpServerFactory {
  const world = createWorld(settings)
  const tools = toolsOf(settings).map((tool) => ({ tool, config: configOf(tool) }))
  return () => {
    const server = new McpServer(
      { name: 'entrygo', title: 'EntryGo', version },
      { instructions, maxToolInputElements: 200_000 },
    )
    for (const { tool, config } of tools) {
      server.registerTool(tool.name, config, (args, context) => tool.call(world, args, callContextOf(context)))
    }
    registerDocs(server, world)
    registerExports(server, world)
    registerPrompt(server)
    return server
  }
}

interface ToolConfig extends Pick<Tool, 'title' | 'description' | 'annotations'> {
  readonly inputSchema: StandardSchemaWithJSON
  readonly outputSchema: StandardSchemaWithJSON
}

function configOf({ title, description, annotations, inputSchema, outputSchema }: Tool): ToolConfig {
  return {
    title,
    description,
    annotations,
    inputSchema: listedOnly(inputSchema),
    outputSchema: fromJsonSchema({ ...outputSchema }),
  }
}

/** Listed as it is and passed through: the tool checks its arguments itself, and names what is wrong with them. */
function listedOnly(schema: JsonObject): StandardSchemaWithJSON {
  const json = { ...schema }
  return {
    '~standard': {
      version: 1,
      vendor: 'entrygo',
      jsonSchema: { input: () => json, output: () => json },
      validate: (value) => ({ value }),
    },
  }
}
