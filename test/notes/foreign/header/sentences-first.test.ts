import { expect, test } from 'vitest'
import type { Block } from '../../../../src/markup/block.ts'
import { sentencesFirst } from '../../../../src/notes/foreign/header/sentences-first.ts'
import { readCorpus } from '../../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../../helpers/temporary-folder.ts'

const talkOf = async (text: string) => {
  const { talks } = await readCorpus(writeFolder({ 'oar-days-2024/tides.md': `# Tides\n\n${text}` }))
  return talks[0]!
}
const sentence = 'The sea rises twice a day, since the moon pulls it.'

test.each([
  'Location: online',
  'Location: online\npresent: Lea, Tom',
  'Anwesend: Lea, Tom\nOrt: Zoom',
  '**Location**: online\n**Present**: Lea, Tom',
  '- Location: online\n- Participants: Lea, Tom',
])('%j is not what a talk is on if a sentence follows, and stays in the text', async (fields) => {
  const talk = await talkOf(`${fields}\n\n${sentence}\n`)
  expect(talk.summary).toMatchObject({ text: sentence })
  const kept = talk.sections.flatMap(({ passages }) => passages).map(({ text }) => text)
  expect(kept.join(' ')).toMatch(/online|Zoom/)
})

test('they stand below all sections if no text stands above these', async () => {
  const talk = await talkOf(`Room: Hall 2\n\n## Abstract\n\n${sentence}\n`)
  expect(talk.summary.text).toBe('')
  expect(talk.sections.map(({ title, passages }) => [title, passages[0]?.text])).toEqual([
    ['Abstract', sentence],
    ['Details', 'Room: Hall 2'],
  ])
})

test.each([
  'Main idea: tides turn',
  'Summary: the moon pulls the sea',
  'Heroes: Ada Lovelace, Grace Hopper',
  'Where: wherever one sees the moon, the sea rises.',
  'Question: why does the sea rise?',
])('%j is, as it was', async (line) => {
  expect((await talkOf(`${line}\n\n${sentence}\n`)).summary.text).toBe(line)
})

test('what stands nowhere in the file as it is read is no field', () => {
  const said = (text: string, line: number): Block => ({ form: 'paragraph', text, depth: 0, line })
  const blocks = [said('Sign up for updates', 1), said(sentence, 3)]
  expect(sentencesFirst(blocks, ['', '<p>Sign up for <b>updates</b></p>', ''])).toEqual(blocks)
})

test('a place is what a note says if it says nothing else', async () => {
  expect((await talkOf('Location: online\n\n- wet\n')).summary.text).toBe('Location: online')
})
