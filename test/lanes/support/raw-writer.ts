import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

// Run as a process of its own: raw-writer.ts <file> <NORMAL|FULL> <rows>. SQLite alone, a row and a word after each commit.
const [file = '', synchronous = 'FULL', rows = '0'] = process.argv.slice(2)
const database = new DatabaseSync(file)
database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; CREATE TABLE rows (name TEXT)`)
const insert = database.prepare('INSERT INTO rows VALUES (?)')
for (let row = 0; row < Number(rows); row += 1) {
  insert.run(`row ${row} ${'x'.repeat(300)}`)
  writeSync(1, `acknowledged ${row + 1}\n`)
}
