import { filesOf, readSource } from '../repo/sources.ts'

/** A fenced block of a page. */
export interface Block {
  readonly page: string
  /** Line of the opening fence, from 1. */
  readonly line: number
  readonly language: string
  /** What follows the language in the info string, for example the schema that a JSON block satisfies. */
  readonly marks: readonly string[]
  readonly text: string
}

/** Everything written for readers that may hold code. */
export const pages: readonly string[] = filesOf(
  'README.md',
  'docs/*.md',
  'packages/*/README.md',
  'examples/*/README.md',
)

/** The blocks of a page in their order; a language picks those alone. */
export function blocksOf(page: string, language?: string): Block[] {
  const { text } = readSource(page)
  const blocks = [...text.matchAll(/^```([^\n`]*)\n([\s\S]*?)^```$/gm)].map(({ 1: info = '', 2: body = '', index }) => {
    const [name = '', ...marks] = info.trim().split(/\s+/)
    return { page, line: text.slice(0, index).split('\n').length, language: name, marks, text: body }
  })
  return language === undefined ? blocks : blocks.filter((block) => block.language === language)
}

export function placeOf({ page, line }: Pick<Block, 'page' | 'line'>, offset = 0): string {
  return `${page}:${line + offset}`
}
