import { expect, test } from 'vitest'
import { readMarkup } from '../../src/markup/read-markup.ts'

const told = (text: string) => readMarkup(text).map((block) => block.text)

const title = 'Oars\n====\n\n'
const target = '\n\n.. _the docs: https://docs.example/oars\n.. _wood: https://wood.example\n'

test('links of reStructuredText are those of the targets elsewhere in the text', () => {
  expect(told(`${title}See \`the docs\`_ and wood_.${target}`)).toEqual([
    'Oars',
    'See the docs (https://docs.example/oars) and wood (https://wood.example).',
  ])
})

test('what is no link stays as it is written: literals, other names, and names with an underscore', () => {
  expect(told(`${title}Call \`\`wood_\`\`, some_wood_ and drift_wood.${target}`)[1]).toBe(
    'Call `wood_`, some_wood_ and drift_wood.',
  )
})
