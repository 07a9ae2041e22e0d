import type { CallToolResult, ServerContext, ToolAnnotations } from '@modelcontextprotocol/server'
import { type Answer, resultOf } from './answers/answer.ts'
import { Refusal, resultOfFailure } from './answers/refusal.ts'
import { argumentCheck } from './schema/argument-check.ts'
import type { JsonObject } from './schema/json.ts'
import type { World } from './world.ts'

/** One tool as it is listed, and what a call of it does. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: JsonObject
  readonly outputSchema: JsonObject
  readonly annotations: Hints
  /** Never throws: a failure is a result with `isError`. */
  readonly call: (world: World, args: unknown, context: CallContext) => Promise<CallToolResult>
}

/** All four are said of every tool; hosts decide by them what a person is asked. */
export type Hints = Required<Omit<ToolAnnotations, 'title'>>

export interface CallContext {
  readonly signal: AbortSignal
  /** Tells a client that wants to know how far the call is; does nothing for others. */
  readonly progress: (message: string) => Promise<void>
}

export interface ToolSpec<Args> extends Omit<Tool, 'call'> {
  readonly run: (world: World, args: Args, context: CallContext) => Promise<Answer>
}

/** A tool whose arguments are checked against its own schema before `run` sees them. */
export function defineTool<Args>({ run, ...listed }: ToolSpec<Args>): Tool {
  const issuesOf = argumentCheck(listed.inputSchema)
  return {
    ...listed,
    call: async (world, given, context) => {
      try {
        const issues = issuesOf(given)
        if (issues.length > 0) throw invalidArguments(listed.name, issues)
        // after the check
        return resultOf(await run(world, given as Args, context))
      } catch (error) {
        if (isUnforeseen(error)) world.onError?.(error)
        return resultOfFailure(error)
      }
    },
  }
}

function invalidArguments(tool: string, issues: ReturnType<ReturnType<typeof argumentCheck>>): Refusal {
  const [{ pointer, message } = { pointer: '', message: '' }] = issues
  const where = pointer === '' ? 'The arguments' : pointer
  const text = `${where} ${message}. Nothing was done: call ${tool} with what its inputSchema says.`
  return new Refusal('INVALID_ARGUMENTS', text, { field: pointer, details: { issues } })
}

function isUnforeseen(error: unknown): error is Error {
  return error instanceof Error && error.name !== 'Refusal' && !('kind' in error && 'code' in error)
}

export function callContextOf({ mcpReq: { _meta, signal, notify } }: ServerContext): CallContext {
  const token = _meta?.progressToken
  let progress = 0
  return {
    signal,
    progress: async (message) => {
      if (token === undefined || signal.aborted) return
      progress += 1
      const params = { progressToken: token, progress, message }
      await notify({ method: 'notifications/progress', params }).catch(() => {})
    },
  }
}
