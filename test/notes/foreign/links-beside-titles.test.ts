import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'

const notes = (text: string) =>
  readForeignNote(text, { stem: 'notes', dialect: 'markdown' }).talks.map(({ title, speakers, links }) => [
    title,
    speakers.map(({ name }) => name).join(),
    links.map(({ kind, url }) => `${kind} ${new URL(url).pathname}`).join(', '),
  ])

const slides = '[slides](https://oars.example/a.pdf)'
const video = '[Video](https://youtu.be/abc123xyz00)'

describe('links that stand beside a title', () => {
  test.each([
    [`(${slides})`, 'slides /a.pdf'],
    [`(${slides}, ${video})`, 'slides /a.pdf, video /abc123xyz00'],
    [`[${slides} and ${video}]`, 'slides /a.pdf, video /abc123xyz00'],
    [`- ${slides}`, 'slides /a.pdf'],
    [`| ${video} | ${slides}`, 'slides /a.pdf, video /abc123xyz00'],
    ['(slides: https://oars.example/a.pdf)', 'slides /a.pdf'],
    [`(📺 ${video})`, 'video /abc123xyz00'],
  ])('are its links, and none of its words: %s', (beside, links) => {
    for (const title of ['Tides that turn', '[Tides that turn](https://oars.example/tides)'])
      expect(notes(`# ${title} ${beside}\n\nby Ada Lovelace\n\n- They turn.\n`)).toEqual([
        ['Tides that turn', 'Ada Lovelace', title.startsWith('[') ? `site /tides, ${links}` : links],
      ])
  })

  test('stand behind who speaks too, in headings of several talks', () => {
    const text = `# OarConf 2024\n\n## Tides - Ada Lovelace (${slides})\n\n- They turn.\n\n## Charles Babbage: Knots (${video})\n\n- They hold.\n`
    expect(notes(text)).toEqual([
      ['Tides', 'Ada Lovelace', 'slides /a.pdf'],
      ['Knots', 'Charles Babbage', 'video /abc123xyz00'],
    ])
  })

  test.each([
    ['# How to make a [video](https://youtu.be/abc123xyz00)', 'How to make a video'],
    ['# [Movie night 🎬](https://oars.example/movie)', 'Movie night 🎬'],
    ['# [Tides - Video](https://oars.example/tides)', 'Tides'],
    [
      '# Tides (see the [slides](https://oars.example/a.pdf))',
      'Tides (see the slides (https://oars.example/a.pdf))',
    ],
    ['# [Slides](https://oars.example/a.pdf)', 'Slides'],
  ])('are words of a title elsewhere: %s', (heading, title) => {
    expect(notes(`${heading}\n\n- They turn.\n`)[0]?.[0]).toBe(title)
  })
})

test('headings that are counted are sections of a talk whose speaker is said', () => {
  const people = ['1. Linus Torvalds - Linux', '2. Guido Rossum - Python', '3. Grace Hopper - COBOL']
  const text = `# Who made what\n\nSpeaker: Ada Lovelace\n\n${people.map((one) => `## ${one}\n\n- It runs.\n`).join('\n')}`
  expect(notes(text).map(([title, name]) => `${title} / ${name}`)).toEqual(['Who made what / Ada Lovelace'])
})

describe('a link alone below the title', () => {
  const read = (line: string, text = 'They turn.') => {
    const { talks } = readForeignNote(`# Tides that turn\n\n${line}\n\n${text}\n`, {
      stem: 'tides',
      dialect: 'markdown',
      hasSiblings: true,
    })
    const [talk] = talks
    return {
      speakers: talk?.speakers.map(({ name }) => name),
      links: talk?.links.map(({ title, url }) => `${title} ${url}`),
      texts: talk?.blocks.map((block) => block.text),
    }
  }

  test.each(['Talk page: https://oars.example/tides', '[Talk page](https://oars.example/tides)'])(
    'says where more is, and who spoke may stand below it: %s',
    (line) => {
      expect(read(line)).toEqual({
        speakers: [],
        links: ['Talk page https://oars.example/tides'],
        texts: ['They turn.'],
      })
      expect(read(line, 'by Ada Lovelace\n\nThey turn.')).toMatchObject({
        speakers: ['Ada Lovelace'],
        texts: ['They turn.'],
      })
    },
  )

  test.each([
    ['Everything is a rope, they say', '[Everything is a rope, they say](https://oars.example/1)'],
    ['Key insight is in here', 'Key insight is in here: https://oars.example/1'],
    ['TL;DR', 'TL;DR: https://oars.example/1'],
    ['李小龙', '[李小龙](https://github.com/ada)'],
    ['zsofi quill', '[zsofi quill](https://github.com/ada)'],
  ])('is text if it says more than what is there: %s', (words, line) => {
    expect(read(line).texts?.join('\n')).toContain(words)
    expect(read(line).links).not.toContainEqual(expect.stringContaining(words))
  })

  test.each([
    ['in a sentence', 'The [talk page](https://oars.example/tides) says more.'],
    ['of somebody whom nobody knows', '[Zsofi Quill](https://oars.example/7)'],
    ['above another', '[Oars](https://oars.example/1)\n\n[Knots](https://oars.example/2)'],
    ['in a list', '- [Oars](https://oars.example/1)'],
    ['above an address', '[Oars](https://oars.example/1)\n\nhttps://oars.example/2'],
    [
      'above a list',
      '[Oars](https://oars.example/1)\n\n- Ada Lovelace, engineer\n- Charles Babbage, engineer',
    ],
  ])('is text if it stands %s', (_, line) => {
    const { texts = [] } = read(line)
    for (const [, words = ''] of line.matchAll(/\[([^\]]+)\]/g))
      expect(texts.some((text) => text.includes(words))).toBe(true)
  })
})

describe('where somebody is found', () => {
  const page = (text: string) =>
    readForeignNote(text, { stem: 'tides', dialect: 'markdown', hasSiblings: true }).talks.map((talk) => ({
      speakers: talk.speakers.map(({ name }) => name),
      links: talk.links.map(({ url }) => url),
      texts: talk.blocks.map(({ text }) => text),
    }))

  test.each(['https://github.com/ada', 'https://twitter.com/ada', 'https://oars.example/ada'])(
    'is no link of the talk, whosever site it is: %s',
    (url) => {
      for (const label of ['Speaker:', '**Speaker:**', '- **Speaker**:'])
        expect(page(`# Tides that turn\n\n${label} [Ada Lovelace](${url})\n\nThey turn.\n`)).toEqual([
          { speakers: ['Ada Lovelace'], links: [], texts: ['They turn.'] },
        ])
    },
  )

  test('is a link if the line says more of them, which is shown with it', () => {
    const line = 'Speaker: [Ada Lovelace](https://ada.example), CTO at [Oar Ltd](https://oar.example)'
    const [found] = page(`# Tides that turn\n\n${line}\n\nThey turn.\n`)
    expect(found?.links).toEqual(['https://ada.example', 'https://oar.example'])
  })

  test('is shown if nothing else says who spoke, and so is what they do', () => {
    const [found] = page('# Tides\n\nSpeaker: https://twitter.com/ada\n\nThey turn.\n')
    expect(found?.texts).toContain('Speaker: https://twitter.com/ada')
    const [firm] = page('# Tides\n\nSpeaker: Ada Lovelace, Engineer at GitHub\n\nThey turn.\n')
    expect(firm?.texts).toContain('Speaker: Ada Lovelace, Engineer at GitHub')
  })

  test('is one in brackets behind a title, unless it is a profile: it may be whom the talk is about', () => {
    const [about] = page(
      '# The first compiler ([Ada Lovelace](https://en.wikipedia.example/ada))\n\nSpeaker: Bob Smith\n\nIt ran.\n',
    )
    expect(about?.speakers).toEqual(['Bob Smith'])
    const [known] = page('# Tides ([Ada Lovelace](https://github.com/ada))\n\nThey turn.\n')
    expect(known?.speakers).toEqual(['Ada Lovelace'])
  })
})

test('the first of items says who speaks with what they do, and not whom a talk is about', () => {
  const speakersOf = (line: string) =>
    readForeignNote(`* ${line}\n* They turn twice a day\n  * the moon pulls\n`, {
      stem: 'Tides-that-turn',
      dialect: 'markdown',
      hasSiblings: true,
    }).talks.map(({ speakers }) => speakers.map(({ name }) => name))
  expect(speakersOf('Ada Lovelace - Engineer, Engine Works')).toEqual([['Ada Lovelace']])
  expect(speakersOf('Mary Poppins - directrice de cabinet, citée en exemple')).toEqual([[]])
})

test('what a field calls its state may be what was said of a state', () => {
  const line = 'Statut: tout un chapitre sur le statut des marées, et ce qu’il en reste.'
  const { talks } = readForeignNote(`# Marées\n\n${line}\n\nElles tournent.\n`, {
    stem: 'marees',
    dialect: 'markdown',
    hasSiblings: true,
  })
  expect(JSON.stringify(talks[0]?.blocks)).toContain('le statut des marées')
})

describe('links that stand beside a name', () => {
  const talk = (line: string) =>
    notes(`# Tides that turn\n\n${line}\n\nThey turn twice a day, and so do we.\n`)

  test.each(['Speaker', 'Speakers', 'Presented by'])(
    'are those of the talk if they say what was shown: %s',
    (key) => {
      expect(talk(`${key}: Ada Lovelace (${slides})`)).toEqual([
        ['Tides that turn', 'Ada Lovelace', 'slides /a.pdf'],
      ])
      expect(talk(`${key}: Ada Lovelace, Charles Babbage (${slides}, ${video})`)).toEqual([
        ['Tides that turn', 'Ada Lovelace,Charles Babbage', 'slides /a.pdf, video /abc123xyz00'],
      ])
    },
  )

  test('stand beside a name that leads to a profile too', () => {
    expect(talk(`Speaker: [Ada Lovelace](https://oars.example/~ada) (${slides})`)).toEqual([
      ['Tides that turn', 'Ada Lovelace', 'slides /a.pdf'],
    ])
  })

  test.each([
    'Ada Lovelace ([page](https://oars.example/~ada))',
    '[Ada Lovelace](https://oars.example/~ada)',
    'Ada Lovelace (Oars Ltd)',
  ])('and those of a person are not: %s', (said) => {
    expect(talk(`Speaker: ${said}`)).toEqual([['Tides that turn', 'Ada Lovelace', '']])
  })
})
