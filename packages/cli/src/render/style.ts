import { Chalk } from 'chalk'

/** How text may be marked; without colours every mark answers its text unchanged. */
export interface Style {
  bold(text: string): string
  dim(text: string): string
  good(text: string): string
  warn(text: string): string
  bad(text: string): string
  link(text: string): string
}

/** NO_COLOR (any text) beats FORCE_COLOR beats the terminal; a dumb terminal and a pipe get plain text. */
export function styleFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  const chalk = new Chalk({ level: hasColour(stream, env) ? 1 : 0 })
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
    link: (text) => chalk.cyan(text),
  }
}

/** No colour, no escape sequence. */
export const plainStyle: Style = styleFor({ isTTY: false }, {})

function hasColour(
  { isTTY }: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR = '', FORCE_COLOR, TERM } = env
  if (NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTTY === true && TERM !== 'dumb'
}
