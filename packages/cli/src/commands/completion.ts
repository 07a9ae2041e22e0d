import type { CommandContext } from '../command.ts'
import { bashScript } from '../completion/bash.ts'
import { type CompletionWords, completionWords } from '../completion/completion-words.ts'
import { fishScript } from '../completion/fish.ts'
import { pwshScript } from '../completion/pwsh.ts'
import { zshScript } from '../completion/zsh.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { describeCli } from '../schema/describe.ts'

const scripts: Readonly<Record<string, (words: CompletionWords) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  pwsh: pwshScript,
}

/** `entrygo completion`: a script that knows every command, flag and choice of this version, and asks nothing at run time. */
export async function run({ flags, output, commands }: CommandContext): Promise<ExitCode> {
  const shell = flags.argument(0) ?? ''
  const make = scripts[shell]
  if (make === undefined) throw usageError(`"${shell}" is no shell of ${Object.keys(scripts).join(', ')}.`, 'shell')
  const script = make(completionWords(describeCli(await commands())))
  await output.tell({ data: { shell, script } }, script)
  return 0
}
