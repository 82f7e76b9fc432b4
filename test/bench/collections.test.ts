import { join } from 'node:path'
import { expect, it } from 'vitest'
import { chooseCollections, readCollections, thinOut } from '../../bench/search/subjects/collections.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

const tea = {
  'docs.jsonl':
    '{"id":"1","title":"Green","text":"Steamed.","speakers":["Lu Yu"],"tags":["leaf"]}\n{"id":2,"text":"Rolled."}\n',
  'queries.jsonl': '{"id":"q1","text":"steamed leaves"}\n{"id":"q2","text":"nobody judged this"}\n',
  'qrels.tsv': 'q1\t1\t2\nq1\t2\t0\r\n',
}

/** The data folder with these collections. */
function read(collections: Readonly<Record<string, Partial<typeof tea>>>) {
  const files = Object.entries(collections).flatMap(([name, files]) =>
    Object.entries(files).map(([file, text]) => [`ir/${name}/${file}`, text] as const),
  )
  return readCollections(writeFolder(Object.fromEntries(files)))
}

it('reads documents with the speakers and tags that they have, and the questions that something answers', () => {
  expect(read({ tea })).toEqual([
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
  const half = { 'docs.jsonl': '' }
  expect(read({ tea, coffee: tea, half }).map(({ name }) => name)).toEqual(['coffee', 'tea'])
})

it.each([
  ['docs.jsonl', '{"id":"1"}\nnot JSON', 'docs.jsonl:2'],
  ['docs.jsonl', '{"id":"1","speakers":"Lu Yu"}', 'docs.jsonl:1'],
  ['qrels.tsv', 'q1\t1\t1\nq1 2 1', 'qrels.tsv:2'],
])('names file and line of what it cannot read in %s', (file, text, place) => {
  expect(() => read({ tea: { ...tea, [file]: text } })).toThrow(place)
})

it('says where it looked if there is no collection', () => {
  const folder = writeFolder({ 'talks.txt': '' })
  expect(() => readCollections(folder)).toThrow(join(folder, 'ir'))
})

it('chooses collections by name, and refuses a name that none has', () => {
  const all = read({ tea, coffee: tea })
  expect(chooseCollections(all, ['tea']).map(({ name }) => name)).toEqual(['tea'])
  expect(chooseCollections(all, undefined)).toBe(all)
  expect(() => chooseCollections(all, ['cocoa'])).toThrow('cocoa is none of coffee, tea')
})

it('thins out questions, not documents', () => {
  const [collection] = read({ tea: { ...tea, 'qrels.tsv': 'q1\t1\t1\nq2\t1\t1\n' } })
  const thin = thinOut(collection!, 2)
  expect(thin.queries.map(({ id }) => id)).toEqual(['q1'])
  expect(thin.documents).toHaveLength(2)
})
