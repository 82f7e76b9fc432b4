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
