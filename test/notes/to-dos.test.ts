import { expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { tipPassages } from '../../src/tips/tip-passages.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

const forms = [
  ['a note of ours', '---\ntitle: Tides\nspeakers:\n  - name: Ada Example\n---\n\nThe sea rises twice.\n\n'],
  ['any other', '# Tides\n\nSpeaker: Ada Example\n\nThe sea rises twice.\n\n'],
] as const

const talkOf = async (text: string) => {
  const { talks } = await readCorpus(writeFolder({ 'oar-days-2024/tides.md': text }))
  return talks[0]!
}

test.each(forms)(
  'what is to be done is no takeaway of %s, and stands below a heading of its own',
  async (_, head) => {
    const talk = await talkOf(
      [
        `${head}## Takeaways\n`,
        '- Tie a boat so long that it does not hang at low tide.',
        '- [ ] Read the paper on tides that Ada named.',
        '  - the second part first',
        '- TODO: ask the harbour master for the old pier.',
        '- TODO comments are forgotten sooner than the tide turns.',
      ].join('\n'),
    )
    const takeaways = [
      'Tie a boat so long that it does not hang at low tide.',
      'TODO comments are forgotten sooner than the tide turns.',
    ]
    expect(tipPassages(talk).map(({ text }) => text)).toEqual(takeaways)
    expect(talk.takeaways.map(({ text }) => text)).toEqual(takeaways)
    const [{ title = '', passages = [] } = {}] = talk.sections.slice(-1)
    expect(title).toBe('To-do')
    expect(passages.map(({ text }) => text)).toEqual([
      '☐ Read the paper on tides that Ada named.',
      'the second part first',
      'TODO: ask the harbour master for the old pier.',
    ])
  },
)

test.each(forms)('takeaways of %s that all have boxes are takeaways', async (_, head) => {
  const talk = await talkOf(`${head}## Takeaways\n\n- [ ] Tie boats long.\n- [x] Read the tide table.\n`)
  expect(talk.takeaways).toHaveLength(2)
  expect(tipPassages(talk).map(({ text }) => text)).toEqual(['Tie boats long.', 'Read the tide table.'])
})

test.each(forms)('boxes of %s are seen where they stand, ticked or not', async (_, head) => {
  const talk = await talkOf(`${head}## Homework\n\n- [ ] Ask *Ada*.\n1. [X] Buy rope.\n- Boats swing.\n`)
  expect(talk.sections.flatMap(({ passages }) => passages.map(({ text }) => text))).toEqual([
    '☐ Ask Ada.',
    '1. ☑ Buy rope.',
    'Boats swing.',
  ])
  expect(tipPassages(talk).map(({ text }) => text)).not.toContainEqual(expect.stringMatching(/Ada|rope/))
})

test.each([
  [
    'adoc',
    '= Tides\n\nBy Ada Example\n\nThe sea rises twice.\n\n== Open\n\n* [ ] Ask Ben.\n* [*] Buy rope.\n. [x] Row.\n',
  ],
  [
    'org',
    '#+title: Tides\n\nBy Ada Example\n\nThe sea rises twice.\n\n* Open\n\n- [ ] Ask Ben.\n- [X] Buy rope.\n1. [X] Row.\n',
  ],
])('boxes in a file in .%s are seen too', async (ending, text) => {
  const { talks } = await readCorpus(writeFolder({ [`oar-days-2024/tides.${ending}`]: text }))
  const passages = talks[0]!.sections.flatMap((section) => section.passages)
  expect(passages.map((passage) => passage.text)).toEqual(['☐ Ask Ben.', '☑ Buy rope.', '1. ☑ Row.'])
  expect(talks[0]!.followUps).toEqual([{ text: 'Ask Ben.' }])
})

test('what is to be done is a follow-up', async () => {
  const talk = await talkOf(
    `${forms[1][1]}## Takeaways\n\n- Tie boats long.\n- [ ] Ask Ada.\n- To do: buy rope.\n`,
  )
  expect(talk.followUps).toEqual([{ text: 'Ask Ada.' }, { text: 'buy rope.' }])
})

test('a box stands in AsciiDoc too, below other items as one does elsewhere', async () => {
  const text =
    '= Tides\n\nBy Ada Example\n\n== Takeaways\n\n* Tie boats long.\n** [ ] Ask Ada.\n* Read the tide table.\n'
  const { talks } = await readCorpus(writeFolder({ 'oar-days-2024/tides.adoc': text }))
  expect(talks[0]!.takeaways.map((one) => one.text)).toEqual(['Tie boats long.', 'Read the tide table.'])
  expect(talks[0]!.followUps).toEqual([{ text: 'Ask Ada.' }])
})
