import { expect, test } from 'vitest'
import { recognise } from '../../../src/import/formats/recognise.ts'

test.each([
  ['[[talks]]\ntitle = "Knots"\n', 'talks.toml', 'toml'],
  ['[[talks]]\ntitle = "Knots"\n', 'talks.toml.gz', 'toml'],
  ['[[Oar Days]]\n\n# Knots\n', 'knots.md', 'notes'],
  ['[{title: Knots, speaker: Ada Beispiel}]\n', 'talks.yml', 'yaml'],
  ['[{"title": "Knots"}]', 'talks.json', 'json'],
  ['[[{"title": "Knots"}], [', 'talks', 'json'],
  ['[\n  null,\n  -1]', 'talks', 'json'],
  ['[{title: "Knots"}]', 'talks.json', 'json'],
])('%j in %s is read as %s', (text, name, format) => {
  expect(recognise(Buffer.from(text), name)).toBe(format)
})
