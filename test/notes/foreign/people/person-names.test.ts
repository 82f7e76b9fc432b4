import { expect, test } from 'vitest'
import { givenNameList } from '../../../../src/notes/foreign/people/given-name-list.ts'
import { createIsName, isKnownPerson } from '../../../../src/notes/foreign/people/person-names.ts'
import { titleWordList } from '../../../../src/notes/foreign/people/title-word-list.ts'
import { fold } from '../../../../src/text/fold.ts'

const givenNames = givenNameList.split(/\s+/)

test('a given name is no word of titles, and is kept in the one form that it is looked up by', () => {
  const titleWords = new Set(titleWordList.split(/\s+/))
  expect(givenNames.filter((name) => titleWords.has(name))).toEqual([])
  expect(givenNames.filter((name) => fold(name) !== name || !/^[a-z]{2,}$/.test(name))).toEqual([])
  expect(givenNames).toEqual([...new Set(givenNames)].sort())
})

test.each([
  'Kara Lovelace',
  'Nik Lovelace',
  'Søren Lovelace',
  'Jérôme Lovelace',
  'Oluwafemi Lovelace',
  'Anne-Marie Lovelace',
])('%s is known as a person', (name) => {
  expect(isKnownPerson(name)).toBe(true)
})

test.each([
  'Avoid Hasty Abstractions',
  'Being Successful',
  'Manual Controls',
  'Crystal Clear',
  'Unity Engine',
  'React Reason',
])('%s is nobody', (title) => {
  expect(isKnownPerson(title)).toBe(false)
})

test('a name that is a word of the same text is none', () => {
  expect(createIsName('Hunter Loft talked about tides.')('Hunter Loft')).toBe(true)
  expect(createIsName('Hunter Loft: what a bug hunter finds')('Hunter Loft')).toBe(false)
})

test.each(['Will Johnson', 'Mark Wright', 'Grace Taylor'])(
  '%s is somebody, first name and last, whatever stands in the text',
  (name) => {
    const text = `## Oars that hold - ${name}\n\nIt will mark with grace what a johnson, a taylor or a wright makes.`
    expect(createIsName(text)(name)).toBe(true)
    expect(createIsName(text)(name.split(' ').toReversed().join(' '))).toBe(false)
  },
)

test('what stands above all headings is nobody because others are named below', () => {
  const talks = ['Ada Miller', 'Laura Martin', 'David Brown']
    .map((name) => `## Tides\n*${name}*\n`)
    .join('\n')
  expect(createIsName(`# Velocity Harbour\n\n${talks}`)('Velocity Harbour')).toBe(false)
  expect(createIsName(`# Tides\n\n${talks}\n## Knots\n*Velocity Harbour*`)('Velocity Harbour')).toBe(true)
})

test('how a link is called says nothing of a name', () => {
  const text = '## [Tides][lovelace-slides] (Ada Lovelace)\n\n[lovelace-slides]: https://slides.example/1\n'
  expect(createIsName(text)('Ada Lovelace')).toBe(true)
})
