import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chooseCollections, readCollections, thinOut } from '../../bench/search/collections.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hallway-collections-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const tea = {
  'docs.jsonl':
    '{"id":"1","title":"Green","text":"Steamed.","speakers":["Lu Yu"],"tags":["leaf"]}\n{"id":2,"text":"Rolled."}\n',
  'queries.jsonl': '{"id":"q1","text":"steamed leaves"}\n{"id":"q2","text":"nobody judged this"}\n',
  'qrels.tsv': 'q1\t1\t2\nq1\t2\t0\r\n',
}

function write(name: string, files: Partial<Record<string, string>>): void {
  mkdirSync(join(folder, 'ir', name), { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, 'ir', name, file), text!)
}

it('reads documents with the speakers and tags that they have, and the questions that something answers', () => {
  write('tea', tea)
  expect(readCollections(folder)).toEqual([
    {
      name: 'tea',
      documents: [
        { id: '1', title: 'Green', text: 'Steamed.', speakers: ['Lu Yu'], tags: ['leaf'] },
        { id: '2', title: '', text: 'Rolled.' },
      ],
      queries: [{ id: 'q1', text: 'steamed leaves', judgments: new Map([['1', 2]]) }],
    },
  ])
})

it('reads all folders that hold a collection, in order of name, and no others', () => {
  write('tea', tea)
  write('coffee', tea)
  write('half', { 'docs.jsonl': '' })
  expect(readCollections(folder).map(({ name }) => name)).toEqual(['coffee', 'tea'])
})

it.each([
  ['docs.jsonl', '{"id":"1"}\nnot JSON', 'docs.jsonl:2'],
  ['docs.jsonl', '{"id":"1","speakers":"Lu Yu"}', 'docs.jsonl:1'],
  ['qrels.tsv', 'q1\t1\t1\nq1 2 1', 'qrels.tsv:2'],
])('names file and line of what it cannot read in %s', (file, text, place) => {
  write('tea', { ...tea, [file]: text })
  expect(() => readCollections(folder)).toThrow(place)
})

it('says where it looked if there is no collection', () => {
  expect(() => readCollections(folder)).toThrow(join(folder, 'ir'))
})

it('chooses collections by name, and refuses a name that none has', () => {
  write('tea', tea)
  write('coffee', tea)
  const all = readCollections(folder)
  expect(chooseCollections(all, ['tea']).map(({ name }) => name)).toEqual(['tea'])
  expect(chooseCollections(all, undefined)).toBe(all)
  expect(() => chooseCollections(all, ['cocoa'])).toThrow('cocoa is none of coffee, tea')
})

it('thins out questions, not documents', () => {
  write('tea', { ...tea, 'qrels.tsv': 'q1\t1\t1\nq2\t1\t1\n' })
  const [collection] = readCollections(folder)
  const thin = thinOut(collection!, 2)
  expect(thin.queries.map(({ id }) => id)).toEqual(['q1'])
  expect(thin.documents).toHaveLength(2)
})
