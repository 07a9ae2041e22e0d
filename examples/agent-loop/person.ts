import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { EntryGo } from '@entrygo/sdk'
import { nameOf } from './desk.ts'

/** What a person does with the next question: says yes or no, after something else happened perhaps. */
export interface Answer {
  readonly says: 'yes' | 'no'
  readonly before?: () => Promise<void>
}

/** Stands for a person who reads the inbox, with a key of their own that may approve and nothing else may. */
export function personAt(inbox: string, approver: EntryGo): { answer(next: Answer): Promise<void> } {
  const seen = new Set<string>()
  return {
    async answer({ says, before }) {
      const file = await nextQuestion(inbox, seen)
      seen.add(file)
      const { exportId, planHash } = JSON.parse(await readFile(join(inbox, file), 'utf8'))
      await before?.()
      if (says === 'no')
        return writeFile(join(inbox, `${nameOf(exportId, planHash)}.declined`), 'too little is known\n')
      const actor = { type: 'person', name: 'Customs Desk' } as const
      const reason = 'The buyer confirmed that no charges come on top.'
      await approver.exports.approve({ id: exportId, planHash, reason, actor })
    },
  }
}

async function nextQuestion(inbox: string, seen: ReadonlySet<string>): Promise<string> {
  for (let left = 300; left > 0; left -= 1) {
    const found = (await readdir(inbox)).find((name) => name.endsWith('.question.json') && !seen.has(name))
    if (found !== undefined) return found
    await delay(50)
  }
  throw new Error('Nobody was asked within 15 s.')
}
