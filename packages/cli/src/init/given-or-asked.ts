import type { CommandContext } from '../command.ts'
import { askWithDefault, canAsk } from '../prompt.ts'
import type { SettingName } from '../settings/setting-names.ts'

interface Question {
  readonly name: SettingName
  readonly question: string
  readonly fallback?: string
}

/** From the flag, the environment, the person at the terminal, or the fallback. */
export async function givenOrAsked(context: CommandContext, wanted: Question): Promise<string | undefined> {
  const { name, question, fallback } = wanted
  const given = (await context.settings()).given(name)
  if (given !== undefined) return given.value
  if (!canAsk(context)) return fallback
  const answer = await askWithDefault(context, `${question}${fallback === undefined ? '' : ` (${fallback})`}: `)
  return answer === '' ? fallback : answer
}
