import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { tipPassages } from '../../src/tips/tip-passages.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

async function tipsOf(note: string): Promise<readonly string[]> {
  const { talks } = await readCorpus(writeFolder({ 'oar-days/note.md': note }))
  return talks.flatMap(tipPassages).map(({ text }) => text)
}

describe('tips of a note without takeaways', () => {
  test('are its bullets and sentences that stand alone', async () => {
    expect(
      await tipsOf(
        '# Tides\n\nThe flood runs for six hours and turns at noon. It is fast.\n\n## Boats\n\n- A flat boat needs less water than a deep one\n- Oars should be as long as a person is tall.\n',
      ),
    ).toEqual([
      'The flood runs for six hours and turns at noon.',
      'A flat boat needs less water than a deep one',
      'Oars should be as long as a person is tall.',
    ])
  })

  test.each([
    ['- Die Ablösung der alten Boote dauerte vier Jahre', 'Die Ablösung der alten Boote dauerte vier Jahre'],
    ['- La fabrication des bateaux pèse 80 % du total', 'La fabrication des bateaux pèse 80 % du total'],
    [
      'Rudern ist ab dem 28. Juni 2025 im ganzen Hafen verboten. Mehr nicht.',
      'Rudern ist ab dem 28. Juni 2025 im ganzen Hafen verboten.',
    ],
    [
      '- Testing boats in a storm is cheaper than losing them',
      'Testing boats in a storm is cheaper than losing them',
    ],
    [
      '## Details\n\n- A flat boat costs much less than a deep one',
      'A flat boat costs much less than a deep one',
    ],
    [
      '## TL;DR\n\nA flat boat costs much less than a deep one.',
      'A flat boat costs much less than a deep one.',
    ],
  ])('are such in other languages too, and in what is called details: %s', async (body, tip) => {
    expect(await tipsOf(`# Tides\n\n${body}\n`)).toEqual([tip])
  })

  test.each([
    ['what somebody did', '- Met the captain of the harbour, sent her all of the tables'],
    ['a link alone', '- https://tides.example/a-long-address/of-something'],
    ['half a sentence', '- because of the moon and what it does to seas'],
    ['what leans on what was said before', '- It is therefore better to wait until the water turns.'],
    ['what tells more of others', '- Some other harbours were built where the water was deeper.'],
    ['what ends with others', '- A flat boat needs less water than any of these.'],
    ['half of what stands in brackets', 'Tides turn twice a day in most harbours (e.g. Ely). Ropes)'],
    ['what an abbreviation ends', 'The word was coined in 1878 by the astronomer Dr. Pier of Ely'],
    ['half a quotation', '- "Tides are the pulse of the sea and boats are its blood'],
    ['what says not what does it', '- Allows sailors to leave a harbour at any hour of the day'],
    ['what points elsewhere', '- See the slides for a table of all harbours and their tides.'],
    ['a lead-in', '- There are three kinds of tides that matter to sailors:'],
    ['a question', '- How long does it take until the water turns again?'],
    ['a list of words', '- Tides, moons, harbours, boats, oars, ropes, knots and sails'],
    ['what is nested', '- Oars\n  - Oars should be as long as a person is tall.'],
    ['code', '    const tide = await read("moon") and then wait for it'],
    ['what stands among links', '## Links\n\n- The tables of all harbours are kept by the port office.'],
    [
      'who somebody is',
      'Wet.\n\n## Details\n\n- Ada Example, who leads the team at Tea Ltd and helps others ship',
    ],
    ['what was said word by word', '## Transcript\n\nThe flood runs for six hours and turns at noon.'],
  ])('leave out %s', async (_, body) => {
    expect(await tipsOf(`# Tides\n\n${body}\n`)).toEqual([])
  })

  test('are none where the note says what to take away', async () => {
    expect(
      await tipsOf(
        '# Tides\n\nThe flood runs for six hours and turns at noon.\n\n## Key takeaways\n\n- Mind the moon.\n',
      ),
    ).toEqual(['Mind the moon.'])
  })

  test('say nothing of what the notes lack', async () => {
    const lacking = 'Tides were the subject of a lightning talk, of which the notes keep only the title.'
    expect(await tipsOf(`# Tides\n\n${lacking}\n\n## Takeaways\n\n- ${lacking}\n- Mind the moon.\n`)).toEqual(
      ['Mind the moon.'],
    )
  })

  test.each([
    'Write the notes only after the release.',
    'If the notes do not say why, nobody can judge a decision later.',
    'Release notes: the notes not written are the ones that people miss.',
  ])('may be of notes: %s', async (tip) => {
    expect(await tipsOf(`# Notes\n\nOf notes.\n\n## Takeaways\n\n- ${tip}\n`)).toEqual([tip])
  })
})
