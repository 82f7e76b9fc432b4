import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { withPlan } from '../../src/import/import-talks.ts'
import { withinTime } from '../../src/import/read/within-time.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'
import { readContent } from './read-content.ts'

const xml = (inside: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<schedule><conference><title>C</title></conference><day date="2018-01-01"><room>${inside}</room></day></schedule>`
const talk = (title: string, extra = '') =>
  `<event id="${title.length}"><title>${title}</title>${extra}</event>`
const line = (id: string, title = id) => JSON.stringify({ id: `ev/${id}`, event: 'Ev', title, videos: [] })

describe('XML', () => {
  test('fetches no external entity', async () => {
    const secret = join(writeFolder({ secret: 'the secret' }), 'secret')
    const { titles } = await readContent(
      xml(
        talk('A &leak; &remote; B'),
        `<!DOCTYPE s [<!ENTITY leak SYSTEM "file://${secret}"><!ENTITY remote SYSTEM "http://127.0.0.1:9/x">]>`,
      ),
    )
    expect(titles).toEqual(['A &leak; &remote; B'])
  })

  test('expands no entity of its own', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`,
    ).join('')
    const { titles } = await readContent(
      xml(talk('Ha &lol9;'), `<!DOCTYPE lolz [<!ENTITY lol0 "lol">${laughs}]>`),
    )
    expect(titles).toEqual(['Ha &lol9;'])
  })

  test('keeps the talks before the place where the document breaks', async () => {
    const { titles, failure } = await readContent(xml(talk('Whole')).slice(0, -20))
    expect(titles).toEqual(['Whole'])
    expect(failure).toMatch(/no well-formed XML/)
    const crossed = await readContent(xml(`${talk('Whole')}<event><title>Crossed</event></title>`))
    expect(crossed.titles).toContain('Whole')
    expect(crossed.failure).toMatch(/line 1/)
  })

  test('leaves out a talk of more than a mebibyte, and reads on', async () => {
    const { titles, bad } = await readContent(
      xml(talk('Big', `<abstract>${'x'.repeat(2_000_000)}</abstract>`) + talk('Small')),
    )
    expect(titles).toEqual(['Small'])
    expect(bad).toEqual(['input:1 is longer than 1 MiB'])
  })

  test('stops where elements are nested without end', async () => {
    const { failure } = await readContent(xml('<a>'.repeat(100_000)))
    expect(failure).toMatch(/nested/)
  })

  test('stops where a name has no end', async () => {
    const { failure } = await readContent(xml(`<event ${'x'.repeat(3_000_000)}`))
    expect(failure).toMatch(/no well-formed XML/)
  })

  test('reads the encoding that the document declares', async () => {
    const text = xml(talk('Zürich')).replace('?>', ' encoding="ISO-8859-1"?>')
    expect((await readContent(Buffer.from(text, 'latin1'))).titles).toEqual(['Zürich'])
  })

  test('refuses what is not in the encoding it claims', async () => {
    expect((await readContent(Buffer.from(xml(talk('Zürich')), 'latin1'))).failure).toMatch(/not UTF-8/)
  })

  test('takes no web page for a schedule', async () => {
    expect((await readContent('<!DOCTYPE html><html><body>x</body></html>')).failure).toMatch(
      /no headings of talks|no text/,
    )
  })
})

describe('lines of JSON', () => {
  test('leaves out bad lines by number, and reads on', async () => {
    const broken = Buffer.concat([
      Buffer.from('{"title":"'),
      Buffer.from([0xff]),
      Buffer.from('","videos":[]}'),
    ])
    const lines = [
      line('one'),
      '{"title": ',
      broken,
      '',
      '[]',
      '{"title": "", "videos": []}',
      `{"title":"x","videos":[],"description":"${'x'.repeat(1_100_000)}"}`,
      line('two'),
    ]
    const { titles, bad } = await readContent(
      Buffer.concat(lines.flatMap((one) => [Buffer.from(one), Buffer.from('\n')])),
    )
    expect(titles).toEqual(['one', 'two'])
    expect(bad).toEqual([
      'input:2 is not a line of JSON',
      'input:3 is not UTF-8',
      'input:5 expected object, received array',
      'input:6 title: is missing or empty',
      'input:7 is longer than 1024 KiB',
    ])
  })

  test('keeps what stands before the place where a gzip file is cut off', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => line(`talk-${n}`, `Talk ${Math.sin(n)}`)).join('\n')
    const packed = gzipSync(many)
    const { titles, failure } = await readContent(packed.subarray(0, packed.length / 2))
    expect(titles.length).toBeGreaterThan(100)
    expect(failure).toMatch(/cut off/)
  })

  test('refuses a gzip file that is damaged', async () => {
    const packed = gzipSync(`${line('one')}\n`)
    packed.fill(0, 12, 30)
    expect((await readContent(packed)).failure).toMatch(/damaged|cut off/)
  })

  test('refuses a gzip file that unpacks without end', async () => {
    const { failure } = await readContent(
      gzipSync(Buffer.concat([Buffer.from(`${line('one')}\n`), Buffer.alloc(64 * 1024 * 1024, 32)])),
    )
    expect(failure).toMatch(/more than 200 times its size/)
  })
})

describe('whole documents', () => {
  test('names the line where JSON breaks', async () => {
    expect((await readContent('{\n"schedule": {\n"conference": {')).failure).toMatch(
      /not valid JSON \(line 3\)/,
    )
  })

  test('says that JSON of another shape is not known', async () => {
    expect((await readContent('{"hello": "world"}')).failure).toMatch(/neither a pyvideo talk nor a schedule/)
  })

  test('reads UTF-16 with a byte order mark', async () => {
    const text = JSON.stringify({ title: 'Zürich', videos: [] })
    expect((await readContent(Buffer.from(`\ufeff${text}`, 'utf16le'))).titles).toEqual(['Zürich'])
  })

  test('reads notes that an old program wrote, and says so', async () => {
    const notes = Buffer.concat([
      Buffer.from('# One\n\ntext\n\n# Two\n\nZ'),
      Buffer.from([0xfc]),
      Buffer.from('rich\n'),
    ])
    const { talks, found } = await readContent(notes)
    expect(talks.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(found).toContainEqual({ hint: 'input is not UTF-8, so it is read as Windows-1252.' })
  })

  test('names the line of JSON that is not UTF-8', async () => {
    const json = Buffer.concat([
      Buffer.from('{"count": 1,\n"results": ["'),
      Buffer.from([0xe9]),
      Buffer.from('"]}'),
    ])
    expect((await readContent(json)).failure).toMatch(/not UTF-8 \(line 2\)/)
  })

  test.each([
    ['an empty file', '', 'is empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'is no text'],
  ])('refuses %s', async (_, content, reason) => {
    expect((await readContent(content)).failure).toContain(reason)
  })

  test('says how to mark talks where there are no headings', async () => {
    expect((await readContent('just a sentence, and nothing more.')).failure).toBe(
      'no headings of talks found; put `# ` before the title of each talk',
    )
  })

  test('says where a calendar is cut off', async () => {
    const { titles, failure } = await readContent(
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:One\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Tw',
    )
    expect(titles).toEqual(['One'])
    expect(failure).toMatch(/line 6/)
  })
})

describe('YAML', () => {
  test.each([
    ['nests without end', `talks: ${'['.repeat(60_000)}${']'.repeat(60_000)}`],
    ['holds itself', 'talks: &talks\n  - title: Tides\n    speakers: *talks\n  - *talks\n'],
  ])('that %s is told as such', async (_, content) => {
    const path = join(writeFolder({ 'talks.yml': content }), 'talks.yml')
    await withPlan({ path, into: temporaryFolder() }, async ({ unreadable, counts }) => {
      expect(counts.new).toBe(0)
      expect(unreadable.map(({ reason }) => reason)).toEqual([
        expect.stringContaining('it nests too deeply, or holds itself'),
      ])
    })
  })
})

test('work without an end is ended, and what others give or throw is theirs', () => {
  const endless = () => {
    for (;;);
  }
  expect(() => withinTime(endless, 1)).toThrow(
    expect.objectContaining({ code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' }),
  )
  expect(withinTime(() => 7, 60_000)).toBe(7)
  const failure = new TypeError('no such day')
  const fails = () => {
    throw failure
  }
  expect(() => withinTime(fails, 60_000)).toThrow(failure)
})
