import { execFile } from 'node:child_process'
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { pathForPeople } from '../../src/files/path-for-people.ts'
import type { Corpus } from '../../src/notes/corpus.ts'
import { formatProblem } from '../../src/notes/format-problem.ts'
import { readCorpus, readNotes } from '../../src/notes/read-corpus.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

/** Problems as the terminal shows them, with the folder as `corpus`. */
const problemsOf = ({ folder, problems }: Corpus) =>
  problems.map((problem) => formatProblem(problem).replaceAll(pathForPeople(folder), 'corpus'))
const idsOf = ({ talks }: Corpus) => talks.map(({ id }) => id)

/** Reads the tea corpus with some files added or replaced. */
const readWith = async (files: Readonly<Record<string, string | Uint8Array>>) =>
  readCorpus(writeFolder({ ...teaCorpus, ...files }))

test('talks come in order of id, each with its event and the path for people', async () => {
  const corpus = await readWith({})
  expect(corpus.problems).toEqual([])
  expect(idsOf(corpus)).toEqual(['potcon/lids', 'teacon-1999/kettles', 'teacon-1999/leaves'])
  expect(corpus.events).toEqual([
    { id: 'potcon', name: 'PotCon' },
    { id: 'teacon-1999', name: 'TeaCon 1999', starts: '1999-04-01', year: 1999 },
  ])
  expect(corpus.talks[1]).toMatchObject({
    title: 'Kettles',
    event: corpus.events[1],
    file: `${pathForPeople(corpus.folder)}/teacon-1999/kettles.md`,
  })
  expect(corpus.version).toMatch(/^[0-9a-f]{12}$/)
})

describe('the version', () => {
  test('is the same wherever the notes lie and however their lines end', async () => {
    const windows = Object.fromEntries(
      Object.entries(teaCorpus).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    )
    const { version } = await readWith({})
    expect((await readWith(windows)).version).toBe(version)
    expect(
      (await readWith({ 'README.md': 'How we write notes', '.git/HEAD': 'x', 'potcon/lids.png': 'x' }))
        .version,
    ).toBe(version)
  })

  test.each([
    ['a talk changes', { 'potcon/lids.md': teaNote('Lid') }],
    ['a talk is added', { 'potcon/cups.md': teaNote('Cups') }],
    ['a talk cannot be served any more', { 'potcon/lids.md': '' }],
    ['an event changes', { 'potcon/event.yml': 'name: Pot Con' }],
  ])('is another when %s', async (_, change) => {
    expect((await readWith(change)).version).not.toBe((await readWith({})).version)
  })
})

describe('a file that cannot be served is reported, and all others are served', () => {
  test.each<[circumstance: string, content: string | Uint8Array, problem: string]>([
    [
      'is empty',
      '',
      'corpus/potcon/bad.md:1:1 error: the file is empty (write the note, or delete the file)',
    ],
    [
      'is larger than 1 MiB',
      ' '.repeat(1024 * 1024 + 1),
      'corpus/potcon/bad.md error: has 1048577 bytes, more than 1048576 (1 MiB) (shorten it, or split it into several notes)',
    ],
  ])('%s', async (_, content, problem) => {
    const corpus = await readWith({ 'potcon/bad.md': content })
    expect(problemsOf(corpus)).toEqual([problem])
    expect(corpus.talks).toHaveLength(3)
  })

  test('ids that differ only in case or in how accents are stored are duplicates; the first is served', async () => {
    const corpus = await readWith({
      'potcon/Lids.md': teaNote('Capital lids'),
      'potcon/the\u0301.md': teaNote('Composed'),
      'potcon/th\u00e9.md': teaNote('Precomposed'),
    })
    expect(problemsOf(corpus)).toEqual([
      'corpus/potcon/lids.md error: has the same id as corpus/potcon/Lids.md, but for upper and lower case or accents (rename or remove one of the two)',
      'corpus/potcon/th\u00e9.md error: has the same id as corpus/potcon/the\u0301.md, but for upper and lower case or accents (rename or remove one of the two)',
    ])
    expect(idsOf(corpus)).toEqual([
      'potcon/Lids',
      'potcon/th\u00e9',
      'teacon-1999/kettles',
      'teacon-1999/leaves',
    ])
  })

  test('an id that is too long for a button, as of a note below many folders with long names', async () => {
    const deep = Array.from({ length: 7 }, () => 'd'.repeat(230)).join('/')
    const corpus = await readWith({ [`potcon/${deep}/note.md`]: teaNote('Deep') })
    expect(problemsOf(corpus)).toEqual([
      `corpus/potcon/${deep}/note.md error: has an id of 1628 bytes, more than 1500 (give the file, and the folders that it is in, shorter names)`,
    ])
    expect(idsOf(corpus)).toEqual(['potcon/lids', 'teacon-1999/kettles', 'teacon-1999/leaves'])
  })

  test('links that lead nowhere or in circles, and what is no regular file', async () => {
    const folder = writeFolder(teaCorpus)
    await symlink('self.md', join(folder, 'potcon', 'self.md'))
    await symlink('gone.txt', join(folder, 'potcon', 'broken.md'))
    await symlink('../teacon-1999/kettles.md', join(folder, 'potcon', 'linked.md'))
    await symlink('..', join(folder, 'potcon', 'up'))
    await symlink('.', join(folder, 'again'))
    await promisify(execFile)('mkfifo', [join(folder, 'potcon', 'pipe.md')])
    const corpus = await readCorpus(folder)
    expect(problemsOf(corpus)).toEqual([
      'corpus/again warning: is a symbolic link that leads back to a folder above it (remove the link)',
      'corpus/potcon/broken.md error: does not exist (create it, or correct the name or link that leads here)',
      'corpus/potcon/pipe.md error: is not a regular file (replace it by a file, or remove it)',
      'corpus/potcon/self.md error: is a symbolic link that leads back to itself (remove the link)',
      'corpus/potcon/up warning: is a symbolic link that leads back to a folder above it (remove the link)',
    ])
    expect(idsOf(corpus)).toContain('potcon/linked')
  })

  // Elsewhere a file system has no such names.
  test.skipIf(process.platform !== 'linux')('names that no text says', async () => {
    const folder = writeFolder(teaCorpus)
    const named = (name: string) => Buffer.from(join(folder, name), 'latin1')
    await mkdir(named('Th\xe9con'))
    for (const name of ['potcon/th\xe9.md', 'Th\xe9con/leaves.md']) await writeFile(named(name), '# Tea\n')
    const corpus = await readCorpus(folder)
    expect(problemsOf(corpus)).toEqual([
      'corpus/Th\ufffdcon error: has a name that is not in UTF-8 (rename it)',
      'corpus/potcon/th\ufffd.md error: has a name that is not in UTF-8 (rename it)',
    ])
    expect(idsOf(corpus)).toEqual(idsOf(await readCorpus(writeFolder(teaCorpus))))
  })
})

describe('a note that is not in order', () => {
  const bad: readonly [
    circumstance: string,
    content: string | Uint8Array,
    problem: string,
    served: string,
  ][] = [
    [
      'is not UTF-8',
      Buffer.concat([
        Buffer.from('---\ntitle: Th\u0065 '),
        Buffer.from([0xe9, 0x0a]),
        Buffer.from('---\nLid.'),
      ]),
      'corpus/potcon/bad.md:2:12 error: is not UTF-8: byte 0xE9 at offset 15 (save the file with the encoding UTF-8)',
      'corpus/potcon/bad.md warning: is not UTF-8, so it is read as Windows-1252 (save the file with the encoding UTF-8)',
    ],
    [
      'is UTF-16',
      Buffer.from('\uFEFF---\ntitle: Cup\n---\nA cup.', 'utf16le'),
      'corpus/potcon/bad.md:1:1 error: is not UTF-8: byte 0xFF at offset 0 (save the file with the encoding UTF-8)',
      'corpus/potcon/bad.md warning: is not UTF-8, so it is read as UTF-16 (save the file with the encoding UTF-8)',
    ],
    [
      'has bad YAML',
      '---\ntitle: Lids: a study\n---\nTea.\n# Takeaways\n- x',
      'corpus/potcon/bad.md:2:8 error: bad YAML: a value has a colon in it (put a value that contains a colon in quotes)',
      'corpus/potcon/bad.md:2:8 error: bad YAML: a value has a colon in it; it is served by what its lines say (put a value that contains a colon in quotes)',
    ],
  ]

  test.each(bad)(
    'is served all the same if it %s, and that is said',
    async (_, content, _problem, served) => {
      const corpus = await readWith({ 'potcon/bad.md': content })
      expect(problemsOf(corpus)).toEqual([served])
      expect(idsOf(corpus)).toContain('potcon/bad')
    },
  )

  test.each(bad)('is not served if it %s and our own form is asked for', async (_, content, error) => {
    const folder = writeFolder({ ...teaCorpus, 'potcon/bad.md': content })
    const { corpus } = await readNotes(folder, { isStrict: true })
    expect(problemsOf(corpus)).toEqual([error])
    expect(idsOf(corpus)).not.toContain('potcon/bad')
  })
})

describe('events', () => {
  test.each([
    [
      'no event.yml',
      undefined,
      'corpus/teacon-1999 warning: has no event.yml, so the event is called "Teacon 1999" (add event.yml with a line `name: …`)',
    ],
    [
      'a bad event.yml',
      'nam: TeaCon',
      'corpus/teacon-1999/event.yml:1:1 error: `name` is missing or empty (give the event its name: `name: …`)',
    ],
    [
      'an event.yml that is not UTF-8',
      Buffer.from([0xff]),
      'corpus/teacon-1999/event.yml:1:1 error: is not UTF-8: byte 0xFF at offset 0 (save the file with the encoding UTF-8)',
    ],
  ])('a folder with %s is served by its name', async (_, content, problem) => {
    const folder = writeFolder({
      'teacon-1999/kettles.md': teaNote('Kettles'),
      ...(content !== undefined && { 'teacon-1999/event.yml': content }),
    })
    const corpus = await readCorpus(folder)
    expect(problemsOf(corpus)[0]).toBe(problem)
    expect(corpus.talks[0]?.event).toEqual({ id: 'teacon-1999', name: 'Teacon 1999', year: 1999 })
  })
})

describe('files in other places', () => {
  test('notes are served from any depth, the nearest folder being the event, but for days and tracks', async () => {
    const corpus = await readWith({
      'loose.md': teaNote('Loose'),
      'potcon/day-1/deep.md': teaNote('Deep'),
      'potcon/cups.markdown': teaNote('Cups'),
      'potcon/Event.yaml': 'name: PotCon',
      'vault/Talks/Kettle Days 2024/spouts.rst': 'Spouts\n======\n\nThey pour.\n',
      'vault/Talks/2023/handles.org': '* Handles\n\nThey stay cool.\n',
    })
    expect(problemsOf(corpus).filter((line) => !line.includes('event.yml,'))).toEqual([
      'corpus/potcon/Event.yaml warning: is not read (rename it to event.yml)',
    ])
    const root = basename(corpus.folder)
    expect(corpus.talks.map(({ id, event }) => [id, event.name])).toEqual(
      expect.arrayContaining([
        [`${root}/loose`, expect.stringMatching(/^Hallway Test/)],
        ['potcon/cups', 'PotCon'],
        ['potcon/day-1/deep', 'PotCon'],
        ['vault/Talks/2023/handles', 'Talks 2023'],
        ['vault/Talks/Kettle Days 2024/spouts', 'Kettle Days 2024'],
      ]),
    )
  })

  test('an event is named with its year and what it is a part of, and folders of kinds and dates are its own', async () => {
    const corpus = await readWith({
      '2017/midwestjs/talks/loops.md': '# Loops\n\nThey turn.\n',
      'PyCon/Italia/2025/knots.md': '# Knots\n\nThey hold.\n',
      '2019/pot-days/lids.md': '# Lids\n\nThey close.\n',
      'pan_days/2018/pans.md': '# Pans\n\nThey are flat.\n',
      'Kettle Club/2025 06 10/spouts.md': '# Spouts\n\nThey pour.\n',
      'content/talks/bowls.md': '# Bowls\n\nThey are round.\n',
      'kettle2016/deep_frying/oils.md': '# Oils\n\nThey boil.\n',
      'KettleConf/2016/Friday/Grates/Notes.txt': 'They hold the kettle.\n\nAlways.\n',
      'PotCity/20190601/pots.md': '# Pots\n\nThey hold.\n',
    })
    const eventOf = (title: string) => {
      const talk = corpus.talks.find((one) => one.title === title)
      return [talk?.event.name, talk?.event.year, talk?.date]
    }
    expect(eventOf('Loops')).toEqual(['Midwestjs 2017', 2017, undefined])
    expect(eventOf('Knots')).toEqual(['PyCon Italia 2025', 2025, undefined])
    expect(eventOf('Lids')[0]).toBe('Pot Days 2019')
    expect(eventOf('Pans')[0]).toBe('Pan Days 2018')
    expect(eventOf('Spouts')).toEqual(['Kettle Club', undefined, '2025-06-10'])
    // What says nothing of an event is of the corpus's own.
    expect(eventOf('Bowls')[0]).toMatch(/^Hallway Test/)
    expect(eventOf('Oils')[0]).toBe('Kettle 2016')
    expect(eventOf('Grates')[0]).toBe('KettleConf 2016')
    expect(eventOf('Pots')).toEqual(['PotCity', undefined, '2019-06-01'])
  })

  test('collections of a site are of its event, and so is the folder of a person of what lies above', async () => {
    const corpus = await readWith({
      '_sessions/loops.md': '---\nspeakers: [Ada Lovelace]\ntitle: Loops\n---\nThey turn.\n',
      'contents/speakers/ada.md': '---\nname: Ada Lovelace\ntalkTitle: Knots\n---\nShe counts.\n',
      'Meetups/2018/07-July/Grace Hopper/README.md': '# Pots\n\nThey hold.\n',
      'Meetups/2018/07-July/Ada Lovelace/notes.md': '# Spouts\n\nThey pour.\n',
    })
    const said = (title: string) => {
      const talk = corpus.talks.find((one) => one.title === title)
      return [talk?.event.name, ...(talk?.speakers ?? []).map(({ name }) => name)]
    }
    const [own] = said('Loops')
    expect(own).toMatch(/^Hallway Test/)
    expect(said('Knots')).toEqual([own, 'Ada Lovelace'])
    expect(said('Pots')).toEqual(['July 2018', 'Grace Hopper'])
    expect(said('Spouts')).toEqual(['July 2018', 'Ada Lovelace'])
  })

  test('texts of programs that were shown are passed over, and that is said', async () => {
    const corpus = await readWith({
      'oarconf/knots.md': '# Knots\n\nThey hold.\n',
      'oarconf/demo/README.md': '# How to run it\n\nRun it.\n',
      'oarconf/demo/src/run.py': 'print()\n',
      'oarconf/examples/loops.md': '# Loops\n\nThey turn.\n',
      'harbour/samples/event.yml': 'name: Harbour Samples\n',
      'harbour/samples/tides.md': '# Tides\n\nThey turn.\n',
      'harbour/samples/tides.py': 'print()\n',
    })
    const titles = corpus.talks.map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['Knots', 'Loops', 'Tides']))
    expect(titles).not.toContain('How to run it')
    expect(problemsOf(corpus).filter((line) => line.includes('program'))).toEqual([
      'corpus/oarconf/demo warning: is the folder of a program, so the text in it is not served (move out of it what is a note)',
    ])
  })

  test('a file of several talks names its event if its folder says none', async () => {
    const talks = '## Tides - Ada Lovelace\n\nx\n\n## Moons - Charles Babbage\n\nx\n'
    const corpus = await readWith({
      'conference-notes/2019 OarConf.md': `# OarConf\n\n${talks}`,
      '2018 React Conf/2018-10-25.md': `# Day 1\n\n${talks}`,
    })
    expect([...new Set(corpus.talks.map(({ event }) => event.name))]).toEqual(
      expect.arrayContaining(['OarConf', '2018 React Conf']),
    )
  })

  test('a .gitignore that cannot be read is named, since nothing is passed over for it', async () => {
    const folder = writeFolder({ 'c/potcon/lids.md': teaNote('Lids') })
    await mkdir(join(folder, 'c', '.gitignore'))
    const { talks, problems } = await readCorpus(join(folder, 'c'))
    expect(talks).toHaveLength(1)
    expect(
      problems.filter(({ isStyle }) => !isStyle).map(({ file, message }) => `${file} ${message}`),
    ).toEqual([expect.stringMatching(/c\/\.gitignore .*, so what it names is served$/)])
  })

  test('what a .gitignore names is passed over, and so are templates', async () => {
    const corpus = await readWith({
      '.gitignore': '/private/\n*.draft.md\n',
      'private/one.md': teaNote('One'),
      'potcon/two.draft.md': teaNote('Two'),
      'potcon/.gitignore': 'three.md\n',
      'potcon/three.md': teaNote('Three'),
      'Templates/talk.md': teaNote('Four'),
      'node_modules/five/notes.md': teaNote('Five'),
    })
    expect(corpus.talks).toHaveLength(3)
  })

  test('README.md, other files, and names that begin with . or _ are passed over', async () => {
    const corpus = await readWith({
      'README.md': 'x',
      'potcon/readme.md': 'x',
      '.obsidian/workspace.md': 'x',
      '_drafts/one.md': 'x',
      'potcon/_draft.md': 'x',
      'potcon/.hidden.md': 'x',
      'potcon/_old/two.md': 'x',
      'potcon/lid.png': 'x',
      'images/pot.png': 'x',
    })
    expect(corpus.problems).toEqual([])
    expect(corpus.talks).toHaveLength(3)
  })
})

describe('no corpus is one clear problem', () => {
  test.each<[circumstance: string, files: Record<string, string>, folder: string, problem: string]>([
    [
      'a folder that does not exist',
      {},
      'gone',
      'corpus error: does not exist (create it, correct the name or link that leads here, or set HALLWAY_CORPUS to the folder of your notes)',
    ],
    [
      'a file',
      { file: 'x' },
      'file',
      'corpus error: is a file, not a folder (name a folder with one folder for each event)',
    ],
    [
      'an empty folder',
      {},
      '.',
      'corpus error: holds no notes (put a note into it, e.g. corpus/my-event/my-talk.md)',
    ],
    [
      'a folder with an event and no talks',
      { 'potcon/event.yml': 'name: PotCon' },
      '.',
      'corpus error: holds no notes (put a note into it, e.g. corpus/my-event/my-talk.md)',
    ],
  ])('%s', async (_, files, folder, problem) => {
    const corpus = await readCorpus(join(writeFolder(files), folder))
    expect(problemsOf(corpus)).toEqual([problem])
    expect(corpus.talks).toEqual([])
  })
})

test('thousands of notes in one folder are all read', async () => {
  const folder = writeFolder({})
  await mkdir(join(folder, 'potcon'))
  await writeFile(join(folder, 'potcon', 'event.yml'), 'name: PotCon')
  const names = Array.from({ length: 3000 }, (_, index) => `lid-${index}.md`)
  for (const name of names) await writeFile(join(folder, 'potcon', name), teaNote(name))
  const corpus = await readCorpus(folder)
  expect(corpus.problems).toEqual([])
  expect(new Set(corpus.talks.map(({ title }) => title))).toEqual(new Set(names))
})

test('a note that is moved to another name is another talk with the same text', async () => {
  const folder = writeFolder(teaCorpus)
  const before = await readCorpus(folder)
  await rename(join(folder, 'potcon', 'lids.md'), join(folder, 'potcon', 'covers.md'))
  const after = await readCorpus(folder)
  expect(idsOf(after)[0]).toBe('potcon/covers')
  expect(after.version).not.toBe(before.version)
})

describe('what introduces a folder', () => {
  const list = `# Talks of the Oar Club\n\n${['Tides', 'Moons', 'Oars', 'Ropes', 'Sails']
    .map((title) => `- [${title}](https://youtu.be/${title}) by Ada Lovelace\n`)
    .join('')}`
  const titlesOf = async (files: Readonly<Record<string, string>>) =>
    (await readCorpus(writeFolder(files))).talks.map(({ title }) => title).sort()

  test('is read as a list of talks beside notes, and without any', async () => {
    const titles = ['Moons', 'Oars', 'Ropes', 'Sails', 'Tides']
    expect(await titlesOf({ 'README.md': list, 'slides/tides.pdf': 'x' })).toEqual(titles)
    expect(await titlesOf({ 'README.md': list, 'oarconf-2019/lids.md': '# Lids\n\nThey close.\n' })).toEqual([
      'Lids',
      ...titles,
    ])
  })

  test('is no list if it leads to the notes beside it, and no note beside code', async () => {
    const index = list.replaceAll(/https:\/\/youtu\.be\/(\w+)/g, 'oarconf-2019/$1.md')
    expect(await titlesOf({ 'README.md': index, 'oarconf-2019/lids.md': '# Lids\n\nThey close.\n' })).toEqual(
      ['Lids'],
    )
    expect(await titlesOf({ 'README.md': '# A program\n\nIt rows.\n', 'src/row.py': 'x' })).toEqual([])
  })

  test('tells talks one below the other beside a note, if it says who spoke and they are people', async () => {
    const minutes = (one: string, other: string) => ({
      'meetups/2024/May/README.md': [
        '---\ntitle: May oar meetup 2024\ndate: 2024-06-01\nevent_date: 2024-05-12\n---\n',
        `## Tides that turn\n\n* **Speaker**: ${one}\n\nThey turn.\n`,
        `## Ropes and knots\n\n* **Speaker**: ${other}\n\nThey hold.\n`,
      ].join('\n'),
      'meetups/2024/May/letter.md': '# What else there was\n\nSails.\n',
    })
    const { talks } = await readCorpus(writeFolder(minutes('Ada Lovelace', 'Grace Hopper')))
    expect(talks.map(({ title, date }) => [title, date]).sort()).toEqual([
      ['Ropes and knots', '2024-05-12'],
      ['Tides that turn', '2024-05-12'],
      ['What else there was', undefined],
    ])
    expect(await titlesOf(minutes('the whole crew', 'nobody'))).toEqual(['What else there was'])
  })
})

describe('the event of a note', () => {
  const eventsOf = async (files: Readonly<Record<string, string>>) =>
    (await readCorpus(writeFolder(files))).talks.map(({ event }) => event.name)

  test('is not called like a folder that holds one talk', async () => {
    expect(
      await eventsOf({
        'oarconf-2019/tides/tides-that-turn.md': '# Tides that turn\n\nx\n',
        'oarconf-2019/moons.md': '# Moons\n\nx\n',
      }),
    ).toEqual(['Oarconf 2019', 'Oarconf 2019'])
  })

  test('is not called like a folder that says a shape or a subject', async () => {
    expect(
      await eventsOf({
        'oarconf/summaries/tides.md': '# Tides\n\nx\n',
        'oarconf/summaries/moons.md': '# Moons\n\nx\n',
        'oarconf/kotlin/oars.md': '# Oars\n\nx\n',
      }),
    ).toEqual(['Oarconf', 'Oarconf', 'Oarconf'])
  })

  test('is not called like a page that has a sentence for a name', async () => {
    expect(await eventsOf({ 'oar-talks/tides-of-the-whole-north/README.md': '# Tides\n\nx\n' })).toEqual([
      'Oar Talks',
    ])
  })

  test('is the title of a note on a whole event, if its folder says nothing', async () => {
    expect(
      await eventsOf({
        'confnotes/2015-09-18-oars.md': '# Oars 2015\n\n- They row.\n',
        'confnotes/a.md': '# A\n\nx\n',
      }),
    ).toEqual(['Oars 2015', 'Confnotes'])
  })

  test('is what the days of a file are of, in a folder that is called by its year alone', async () => {
    const day = (of: string) =>
      `# ${of} - Day Two\n\n## Tides - Ada Lovelace\n\nx\n\n## Oars - Alan Turing\n\nx\n`
    const files = { 'README.md': '# Harbour Days\n', '2019/oars-2.md': day('Oars 2019') }
    expect(await eventsOf(files)).toEqual(['Oars 2019', 'Oars 2019'])
    expect(await eventsOf({ ...files, '2019/oars-2.md': day('Oars 2018') })).toEqual([
      'Harbour Days 2019',
      'Harbour Days 2019',
    ])
  })

  test('is what files are called between a day and a title, if several are', async () => {
    const files = Object.fromEntries(
      ['tides-that-turn', 'ropes', 'sails-and-oars'].map((title, number) => [
        `confnotes/2015-11-15-1${number}40-oarconf-${title}.md`,
        '# Said there\n\nx\n',
      ]),
    )
    expect(new Set(await eventsOf(files))).toEqual(new Set(['Oarconf 2015']))
    const others = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path.replace('oarconf', 'rowing'), text]),
    )
    expect(new Set(await eventsOf(others))).toEqual(new Set(['Confnotes']))
  })

  test('is the site’s, where a folder says only that those are in it who spoke in a year', async () => {
    const site = { 'config.toml': 'title = "HarbourConf"\n' }
    const page = '---\ntitle: Ada Lovelace\ntalk: Engines that count\n---\nThey count.\n'
    expect(
      await eventsOf({
        ...site,
        'content/speakers/speaker_info_2021/ada/index.md': page,
        'content/speakers/speaker_info_2021/alan/index.md': page,
      }),
    ).toEqual(['HarbourConf 2021', 'HarbourConf 2021'])
  })
})

test.each(['&t [*t]', '{ a: &t [*t] }'])(
  'a note whose front matter holds itself, %s, is named, and all others are served',
  async (value) => {
    const folder = writeFolder({
      'c/e/itself.md': `---\ntitle: ${value}\n---\nKites.\n`,
      'c/e/good.md': '# Queues\n\nQueues that forgive.\n',
    })
    const { talks, problems } = await readCorpus(join(folder, 'c'))
    expect(talks.map(({ title }) => title)).toContain('Queues')
    expect(problems.map(({ file }) => file)).toContainEqual(expect.stringMatching(/itself\.md$/))
  },
)

test('what a site says of itself is no talk there, and what may be a topic is one', async () => {
  const about = { 'about.md': '# About us\n\nWe row.\n', 'privacy.md': '# Privacy\n\nOars keep secrets.\n' }
  const titlesIn = async (files: Readonly<Record<string, string>>) => {
    const { talks } = await readCorpus(writeFolder(files))
    return talks.map(({ title }) => title).toSorted()
  }
  expect(await titlesIn(about)).toEqual(['About us', 'Privacy'])
  expect(await titlesIn({ ...about, '_config.yml': 'title: Oar Meetup\n' })).toEqual(['Privacy'])
})

describe('an event.yml that only says how notes are split', () => {
  const notesIn = (folder: string) => ({
    [`${folder}/oars.md`]:
      '# OarConf 2019\n\n## Oars by Ada Miller\n\nTwo.\n\n## Tides by Bob Miller\n\nThree.\n',
    [`${folder}/kettles.md`]:
      '# KettleCon 2020\n\n## Lids by Ada Miller\n\nOne.\n\n## Tea by Bob Miller\n\nHot.\n',
  })
  const talksIn = async (files: Readonly<Record<string, string>>) => {
    const { talks, events, problems } = await readCorpus(writeFolder(files))
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    return [talks.map(({ title, event }) => `${event.name}: ${title}`), events.length]
  }

  test('leaves each file its own event', async () => {
    const rule = { 'notes/event.yml': 'split: { "oars.md": level 2 }\n' }
    expect(await talksIn({ ...notesIn('notes'), ...rule })).toEqual([
      ['KettleCon 2020: Lids', 'KettleCon 2020: Tea', 'OarConf 2019: Oars', 'OarConf 2019: Tides'],
      2,
    ])
  })

  test('is read for a note that lies beside the folder of its event', async () => {
    const files = {
      'vault/OarConf 2019.md':
        '# OarConf 2019\n\n## Oars by Ada Miller\n\nTwo.\n\n## Tides by Bob Miller\n\nThree.\n',
      'vault/OarConf 2019/knots.md': '# Knots\n\nThey hold.\n',
      'vault/event.yml': 'split: { "OarConf 2019.md": none }\n',
    }
    expect(await talksIn(files)).toEqual([['OarConf 2019: OarConf 2019', 'OarConf 2019: Knots'], 1])
  })

  test('leaves the folder the name that its page gives it', async () => {
    const page = { 'oars-2021/README.md': '# Oar Days 2021\n\nBy the sea.\n' }
    const [before] = await talksIn({ ...notesIn('oars-2021'), ...page })
    expect(
      await talksIn({ ...notesIn('oars-2021'), ...page, 'oars-2021/event.yml': 'split: level 2\n' }),
    ).toEqual([before, 1])
  })
})

test('a file of Quarto is a note, unless the Markdown that was made of it lies beside it', async () => {
  const typed = '---\ntitle: Tides\nauthor: Ada Example\nformat: html\n---\n\nThey turn twice a day.\n'
  const made = '# Tides\n\nAda Example\n\nThey turn twice a day.\n'
  const alone = await readCorpus(writeFolder({ 'oarconf-2024/tides.qmd': typed }))
  expect(alone.talks.map(({ title, speakers }) => [title, speakers[0]?.name])).toEqual([
    ['Tides', 'Ada Example'],
  ])
  const both = await readCorpus(
    writeFolder({ 'oarconf-2024/tides.qmd': typed, 'oarconf-2024/tides.md': made }),
  )
  expect(both.talks.map(({ file }) => file.replace(/.*\//, ''))).toEqual(['tides.md'])
  expect(both.problems.flatMap(({ whyUnserved = [] }) => whyUnserved)).toEqual(['was made into tides.md'])
})
