import { expect, test } from 'vitest'
import { isAroundTalks } from '../../../src/notes/foreign/words/pauses.ts'
import { readContent } from '../../import/read-content.ts'

const titlesIn = async (...parts: readonly string[]) => {
  const talks = ['## Tides, by Ada Pier\n\nThey turn.', '## Knots, by Bob Smith\n\nThey hold.']
  return (await readContent(`# OarConf 2026\n\n${[...talks, ...parts].join('\n\n')}\n`, 'oarconf.md')).titles
}

test.each(['Social event', 'Q&A', 'Party', 'Closing remarks', 'Opening', 'Welcome'])(
  '%s is no talk if nothing stands below it',
  async (title) => {
    expect(await titlesIn(`## ${title}`)).toEqual(['Tides', 'Knots'])
  },
)

test.each([
  ['what was said stands below it', '## Closing remarks\n\nThe tide was with us.', 'Closing remarks'],
  ['its hour is known', '## 19:00 Social event', 'Social event'],
  ['somebody gives it', '## Closing, by Ada Pier', 'Closing'],
  ['it says more', '## Closing the loop on tides', 'Closing the loop on tides'],
])('it is one if %s', async (_, part, title) => {
  expect(await titlesIn(part)).toEqual(['Tides', 'Knots', title])
})

test.each([
  'Party planning for compilers',
  'Welcome to the jungle',
  'Opening up',
  'Social engineering',
  'Networking 101',
])('%s is what a talk is called', (title) => {
  expect(isAroundTalks(title)).toBe(false)
})

test('a row of a table that is called so is a talk', async () => {
  const { titles } = await readContent(
    'Title,Speaker,Abstract\nTides,Ada Pier,They turn.\nClosing,,\n',
    'talks.csv',
  )
  expect(titles).toEqual(['Tides', 'Closing'])
})
