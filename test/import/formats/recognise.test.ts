import { expect, test } from 'vitest'
import { recognise } from '../../../src/import/formats/recognise.ts'

test.each([
  ['[[talks]]\ntitle = "Knots"\n', 'talks.toml', 'toml'],
  ['[[talks]]\ntitle = "Knots"\n', 'talks.toml.gz', 'toml'],
  ['[[Oar Days]]\n\n# Knots\n', 'knots.md', 'notes'],
  ['[{title: Knots, speaker: Ada Beispiel}]\n', 'talks.yml', 'yaml'],
  ['[{"title": "Knots"}]', 'talks.json', 'json'],
  ['[{"title": "Knots", "speaker": "Ada Beispiel",},]', 'talks.yml', 'yaml'],
  ['[[{"title": "Knots"}], [', 'talks', 'json'],
  ['[\n  null,\n  -1]', 'talks', 'json'],
  ['[{title: "Knots"}]', 'talks.json', 'json'],
  ['not json {', 'talks.json', 'json'],
])('%j in %s is read as %s', (text, name, format) => {
  expect(recognise(Buffer.from(text), name)).toBe(format)
})

test.each([
  ['0:00:01.000,0:00:03.000\nthey weave\n', 'looms.sbv'],
  ['1\r\n00:00:01,000 --> 00:00:03,000\r\nthey weave\r\n', 'looms.txt'],
  ['WEBVTT\n\n00:01.000 --> 00:03.000\nthey weave\n', 'looms'],
])('%j in %s is a transcript', (text, name) => {
  expect(recognise(Buffer.from(text), name)).toEqual({ unknown: expect.stringContaining('a transcript') })
})

test.each(['10:30:00 Looms\n11:00:00 Mills\n', '1\nLooms\n\n2\nMills\n'])('%j is a note', (text) => {
  expect(recognise(Buffer.from(text), 'looms.txt')).toBe('notes')
})

test.each([
  [
    'notes.docx',
    'PK\u0003\u0004\0',
    'is a document of a word processor: save it as a web page (.html) or as text (.txt)',
  ],
  [
    'notes.rtf',
    '{\\rtf1 Knots}',
    'is a document of a word processor: save it as a web page (.html) or as text (.txt)',
  ],
  ['talks.xlsx', 'PK\u0003\u0004\0', 'is a spreadsheet: save its sheet as CSV (.csv)'],
  ['Talk.pptx', 'PK\u0003\u0004\0', 'is a presentation: save what it says as text (.txt)'],
  ['talk.PDF', '%PDF-1.7 Knots', 'is a PDF: save what it says as text (.txt)'],
  ['Export.zip', 'PK\u0003\u0004\0', 'is an archive: unpack it'],
  ['notes.tar.gz', 'knots.md\0\0', 'is an archive: unpack it'],
])('%s is told what it is, and what to import instead', (name, content, told) => {
  expect(recognise(Buffer.from(content), name)).toEqual({ unknown: `${told}, and import that` })
})

test('a picture is no text, and text that is called as a document is read', () => {
  expect(recognise(Buffer.from('PNG\0'), 'knots.png')).toEqual({ unknown: 'is no text' })
  expect(recognise(Buffer.from('# Knots\n\nA bowline holds.'), 'knots.doc')).toBe('notes')
})
