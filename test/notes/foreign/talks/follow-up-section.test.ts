import { expect, test } from 'vitest'
import { readCorpus } from '../../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../../helpers/temporary-folder.ts'

const forms = {
  'any note': '# Knots\n\nSpeaker: Ada Pier\n\nA knot holds by friction.\n\n',
  'a note of ours':
    '---\ntitle: Knots\nspeakers: [{ name: Ada Pier }]\n---\n\nA knot holds by friction.\n\n## Takeaways\n\n- Wind it.\n\n',
}

const talk = async (section: string, form: keyof typeof forms = 'any note') => {
  const { talks } = await readCorpus(writeFolder({ 'oar-days-2024/knots.md': `${forms[form]}${section}` }))
  return talks[0]!
}

test.each([
  ['## Follow-ups\n\n- Try the bowline.\n- Read [the tables](https://knots.example/tables).\n'],
  ['## Action items\n\n- [ ] Try the bowline.\n- [ ] Read [the tables](https://knots.example/tables).\n'],
  ['## TODO:\n\n* Try the bowline.\n* Read [the tables](https://knots.example/tables).\n'],
])('items below %j are follow-ups, and stay in the text', async (section) => {
  const { followUps, sections } = await talk(section)
  expect(followUps).toEqual([
    { text: 'Try the bowline.' },
    { text: 'Read the tables.', url: 'https://knots.example/tables' },
  ])
  expect(sections.flatMap(({ passages }) => passages)).toHaveLength(2)
})

test.each([
  ['## Follow-ups\n\n- Try the bowline.\n- [x] Ask Ada.\n'],
  ['## Next steps\n\n1. [ ] Try the bowline.\n2. [X] Ask Ada.\n'],
])('of a note of ours items below %j are, if they are not ticked', async (section) => {
  const { followUps, sections } = await talk(section, 'a note of ours')
  expect(followUps).toEqual([{ text: 'Try the bowline.' }])
  expect(sections.flatMap(({ passages }) => passages)).toHaveLength(2)
})

test.each(
  (['any note', 'a note of ours'] as const).flatMap((form) => [
    [form, '## Aufgaben\n\n- [ ] Try the bowline.\n- [x] Ask Ada.\n'],
    [form, '## Prochaines étapes\n\n- A knot slips.\n  - [ ] Try the bowline.\n'],
    [form, '- Knots slip.\n- [ ] Try the bowline.\n'],
    [form, '## Notes\n\n- Knots slip.\n- TODO: Try the bowline.\n- TODO comments rot.\n'],
    [form, '## Notes\n\nKnots slip.\n\nAction item: Try the bowline.\n'],
    [form, '## Notes\n\nTo do:\n\n- Try the bowline.\n\nA knot slips:\n\n- when it is wet\n'],
  ]),
)('in %s an open box or a label makes a follow-up anywhere: %j', async (form, section) => {
  expect((await talk(section, form)).followUps).toEqual([{ text: 'Try the bowline.' }])
})

test('a line that is labelled so stands for itself among others', async () => {
  const { followUps, summary } = await talk(
    '## Notes\n\nA rope wears.\nTODO: Try the bowline.\nTODO: Ask Ada.\n',
  )
  expect(followUps).toEqual([{ text: 'Try the bowline.' }, { text: 'Ask Ada.' }])
  expect(summary.text).toBe('A knot holds by friction.')
})

test('next steps are, boxed or not, if one of them has a box', async () => {
  const { followUps } = await talk('## Next steps\n\n- [ ] Wind it twice.\n- Try the bowline.\n')
  expect(followUps).toEqual([{ text: 'Wind it twice.' }, { text: 'Try the bowline.' }])
})

test('what stands below a ticked item is done with it', async () => {
  const { followUps } = await talk(
    '## Follow-ups\n\n- [x] Wind it twice.\n  - once is not enough\n- Try the bowline.\n',
  )
  expect(followUps).toEqual([{ text: 'Try the bowline.' }])
})

test('what is ticked is none, and stays in the text', async () => {
  const { followUps, sections } = await talk(
    '## Follow-ups\n\n- [x] Wind it twice.\n- [ ] Try the bowline.\n1. [X] Ask Ada.\n',
  )
  expect(followUps).toEqual([{ text: 'Try the bowline.' }])
  expect(sections.flatMap(({ passages }) => passages)).toHaveLength(3)
})

test.each([
  ['## Next steps\n\n- The project will make a longer rope.\n'],
  ['## Next steps of the project\n\n- A longer rope.\n'],
  ['## Follow-ups\n\nNone were named.\n'],
  ['## How to do it\n\n- Wind it twice.\n'],
])('nothing below %j is', async (section) => {
  expect((await talk(section)).followUps).toEqual([])
})
