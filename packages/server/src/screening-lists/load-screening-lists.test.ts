import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { loadPartyScreening, readScreeningLists } from './load-screening-lists.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A folder with these files, changed on 2026-11-19. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-lists-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text)
    utimesSync(join(folder, name), changed, changed)
  }
  return folder
}

const changed = new Date('2026-11-19T12:00:00Z')

const sdn = [
  '1001,"EXAMPLE SANCTIONED TRADING CO.",-0- ,"EX-ONE] [EX-TWO",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Tax ID No. 12-34567 (Russia); alt. Tax ID No. 76-54321; D-U-N-S Number 99-888-7777; Passport X1234567 (Iran); Website www.example.com."',
  '1002,"FICTIONAL, Sample ""Nickname"" Person","individual","EX-ONE","Director",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
  '1003,"MADEUP STAR","vessel","EX-ONE",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
  '\u001a',
].join('\r\n')
const alt = '1001,11,"aka","EXEMPLARY TRADE HOUSE",-0- \r\n1003,12,"fka","MADEUP MOON",-0- \r\n'
const add = '1001,21,"No. 5, 12 Sample Road","Moscow 101000","Russia",-0- \r\n1001,22,-0- ,-0- ,"Iran",-0- \r\n'
const consolidated = [
  '_id,source,entity_number,type,programs,name,title,addresses,alt_names,ids,remarks,a_new_column',
  'a1,Entity List (EL) - Bureau of Industry and Security,77,Entity,EAR,"Madeup Optics, Ltd.",,"12 Sample Street, Springfield, AE; 3 Other Street, Springfield, TR",Madeup Lens; Madeup Glass,"Registration Number, 5566-7788, AE; Passport, X12345, IR",,later',
  'a2,Entity List (EL) - Bureau of Industry and Security,,Aircraft,EAR,EP-MADEUP,,,,,,',
].join('\n')
const uflpa = 'name,aliases,country\nMadeup Textile Mill,Madeup Cotton; Madeup Yarn,China\nMadeup Sugar,,CN\n'

describe('the files of OFAC', () => {
  it('are joined by their number, without vessels, and say what a party may be known by', async () => {
    const [list] = await readScreeningLists(folderOf({ 'sdn.csv': sdn, 'alt.csv': alt, 'add.csv': add }))
    expect(list).toMatchObject({ title: 'OFAC SDN list', purpose: 'restricted parties', file: 'sdn.csv' })
    expect(list?.entries).toHaveLength(2)
    expect(list?.entries[0]).toEqual({
      id: '1001',
      source: null,
      name: 'EXAMPLE SANCTIONED TRADING CO.',
      aliases: ['EXEMPLARY TRADE HOUSE'],
      programs: ['EX-ONE', 'EX-TWO'],
      countries: ['RU', 'IR'],
      identifiers: [
        { kind: 'taxId', number: '1234567', stated: 'Tax ID No. 12-34567', country: 'RU' },
        { kind: 'taxId', number: '7654321', stated: 'Tax ID No. 76-54321', country: null },
        { kind: 'duns', number: '998887777', stated: 'D-U-N-S Number 99-888-7777', country: null },
      ],
      addresses: [{ text: 'No. 5, 12 Sample Road, Moscow 101000', country: 'RU' }],
    })
    expect(list?.entries[1]).toMatchObject({ name: 'FICTIONAL, Sample "Nickname" Person', programs: ['EX-ONE'] })
  })

  it('do without alternate names and addresses', async () => {
    const [list] = await readScreeningLists(folderOf({ 'sdn.csv': sdn }))
    expect(list?.entries[0]).toMatchObject({ aliases: [], countries: [], addresses: [] })
  })
})

it('the Consolidated Screening List is read by its header, whatever columns are added', async () => {
  const [list] = await readScreeningLists(folderOf({ 'consolidated.csv': consolidated }))
  expect(list?.entries).toEqual([
    {
      id: '77',
      source: 'Entity List (EL) - Bureau of Industry and Security',
      name: 'Madeup Optics, Ltd.',
      aliases: ['Madeup Lens', 'Madeup Glass'],
      programs: ['EAR'],
      countries: ['AE', 'TR'],
      identifiers: [{ kind: 'taxId', number: '55667788', stated: 'Registration Number 5566-7788', country: 'AE' }],
      addresses: [
        { text: '12 Sample Street, Springfield, AE', country: 'AE' },
        { text: '3 Other Street, Springfield, TR', country: 'TR' },
      ],
    },
  ])
})

it('the UFLPA list names makers with aliases and country, by code or in English', async () => {
  const [list] = await readScreeningLists(folderOf({ 'uflpa.csv': uflpa }))
  expect(list).toMatchObject({ title: 'UFLPA Entity List', purpose: 'forced labor' })
  expect(list?.entries.map(({ name, aliases, countries }) => ({ name, aliases, countries }))).toEqual([
    { name: 'Madeup Textile Mill', aliases: ['Madeup Cotton', 'Madeup Yarn'], countries: ['CN'] },
    { name: 'Madeup Sugar', aliases: [], countries: ['CN'] },
  ])
})

describe('the date of a list', () => {
  it('is that of lists.json, else the day on which the file was changed', async () => {
    const dates = JSON.stringify({ 'uflpa.csv': '2026-08-01' })
    const folder = folderOf({ 'sdn.csv': sdn, 'uflpa.csv': uflpa, 'lists.json': dates })
    expect((await loadPartyScreening(folder)).lists.map(({ date, datedBy }) => `${date} ${datedBy}`)).toEqual([
      '2026-11-19 the file',
      '2026-08-01 lists.json',
    ])
  })
})

describe('a folder is refused', () => {
  const header = 'source,name,type\n'
  it.each([
    ['without a list', {}, 'the folder holds no list; put one of sdn.csv, consolidated.csv, uflpa.csv there'],
    [
      'with a name that nobody reads',
      { 'sdn.csv': sdn, 'sdn (1).csv': sdn },
      'Screening list sdn (1).csv: is not a name',
    ],
    [
      'with names without their list',
      { 'uflpa.csv': uflpa, 'alt.csv': alt },
      'Screening list alt.csv: belongs to sdn.csv',
    ],
    [
      'with a row too short',
      { 'sdn.csv': `${sdn.slice(0, -1)}1004,"A",-0-\r\n` },
      'sdn.csv, line 4: the row has 3 cells instead of 12',
    ],
    [
      'with a row twice',
      { 'sdn.csv': `${sdn.split('\r\n')[0]}\r\n${sdn}` },
      'sdn.csv, line 2: the number 1001 stands there twice',
    ],
    [
      'with a row without name',
      { 'sdn.csv': '1004,-0- ,,,,,,,,,,\r\n' },
      'sdn.csv, line 1: the name (cell 2) is empty',
    ],
    [
      'with a header where none is',
      { 'sdn.csv': 'ent_num,SDN_Name,,,,,,,,,,\r\n' },
      'sdn.csv, line 1: the number (cell 1) is "ent_num"',
    ],
    [
      'with a name of nobody',
      { 'sdn.csv': sdn, 'alt.csv': '9,1,aka,X,\r\n' },
      'alt.csv, line 1: the number "9" is not in sdn.csv',
    ],
    [
      'without a column of names',
      { 'consolidated.csv': 'source,nom\na,b\n' },
      'consolidated.csv, line 1: the header has no column name',
    ],
    [
      'with an empty name',
      { 'consolidated.csv': `${header}a,b,c\na,,c\n` },
      'consolidated.csv, line 3: the name is empty',
    ],
    ['with a quote that never ends', { 'consolidated.csv': `${header}a,"b,c\n` }, 'consolidated.csv, line'],
    ['with a header alone', { 'uflpa.csv': 'name,aliases,country\n' }, 'uflpa.csv: has no entries'],
    [
      'with a country that is none',
      { 'uflpa.csv': 'name,aliases,country\nA,,Nowhere\n' },
      'uflpa.csv, line 2: "Nowhere" is no country',
    ],
    [
      'with a date that is none',
      { 'uflpa.csv': uflpa, 'lists.json': '{"uflpa.csv":"1.8.2026"}' },
      'lists.json: the date of uflpa.csv must',
    ],
    [
      'with the date of another file',
      { 'uflpa.csv': uflpa, 'lists.json': '{"sdn.csv":"2026-08-01"}' },
      'lists.json: there is no file sdn.csv',
    ],
    ['with dates that are no JSON', { 'uflpa.csv': uflpa, 'lists.json': '{' }, 'lists.json: is no JSON'],
  ] as const)('%s', async (_, files, message) => {
    await expect(readScreeningLists(folderOf({ ...files }))).rejects.toThrow(message)
  })

  it('when it is not there', async () => {
    await expect(readScreeningLists('/nowhere/at/all')).rejects.toThrow(
      'Screening list /nowhere/at/all: the folder cannot be read',
    )
  })
})
