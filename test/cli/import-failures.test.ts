import { spawn } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { fillDisk, mountSmallDisk } from '../helpers/small-disk.ts'
import { createImporting, type Importing, lines } from './importing.ts'

let importing: Importing
let event = ''
beforeEach(async () => {
  importing = createImporting()
  event = join(importing.corpus, 'engines-2018')
})
afterEach(async () => {
  vi.unstubAllEnvs()
})

describe('a message names the file that it is about:', () => {
  test("a bad line of the corpus's own records, which stays as it is", async () => {
    await importing.run(await importing.input(lines('mill', 'store')), '--yes')
    const file = join(event, 'talks.jsonl')
    const [mill = ''] = (await readFile(file, 'utf8')).split('\n')
    const broken = Buffer.concat([Buffer.from(`${mill}\n{"id": "st`), Buffer.from([0xff, 0x0a])])
    await writeFile(file, broken)
    const { code, err } = await importing.run(await importing.input(lines('mill', 'crank')), '--yes')
    expect(code).toBe(1)
    expect(err).toMatch(/corpus\/engines-2018\/talks\.jsonl: line 2 is no record[^\n]*mend or remove it/)
    expect((await readFile(file)).subarray(0, broken.length)).toEqual(broken)
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(4)
  })

  const disk = mountSmallDisk()
  test.skipIf(!disk)(
    `what waits to be written, whose disk is full${disk ? '' : ' (skipped: needs the right to mount)'}`,
    async () => {
      const talks = await importing.input(lines('mill', 'store'))
      onTestFinished(fillDisk(disk!))
      vi.stubEnv('TMPDIR', disk)
      const { code, err } = await importing.run(talks, '--yes')
      expect(code).toBe(1)
      expect(err).toMatch(
        /hallway-import-\S+ cannot be written[^\n]*make room on the disk\. Nothing is written yet/,
      )
      expect(await readdir(disk!)).toEqual(['ballast'])
    },
  )

  const words = 'Some boats row along the quay. '
  test.each([
    [
      'talks.json',
      (text: string) => JSON.stringify([{ title: 'Oars', speaker: 'Ada Pier', abstract: text }]),
    ],
    ['oars.md', (text: string) => `# Oars\n\nSpeaker: Ada Pier\n\n${text}\n`],
  ])('a talk too long to be served, in %s; one that is nearly so is served', async (name, write) => {
    const most = words.repeat(Math.floor((1024 * 1024 - 2_000) / words.length))
    const written = await importing.run(
      await importing.input(write(most), name),
      '--event',
      'oars-2024',
      '--yes',
    )
    expect(written.out).toContain('Written: 1')
    const { talks } = await readCorpus(importing.corpus)
    expect(talks.map(({ title }) => title)).toEqual(['Oars'])
    const { code, err } = await importing.run(
      await importing.input(write(most + words.repeat(100)), name),
      ...['--event', 'oars-2025', '--yes'],
    )
    expect(code).toBe(1)
    expect(err).toMatch(/(?:talks|oars)\.[^\n]*Oars[^\n]*longer than 1 MiB[^\n]*divide it/)
    expect(await readdir(importing.corpus)).not.toContain('oars-2025')
  })

  test('a talk that has become too long since it was imported, which is not gone from its source', async () => {
    const talks = (text: string) =>
      JSON.stringify(
        [text, words].map((abstract, at) => ({
          title: ['Oars', 'Knots'][at],
          speaker: 'Ada Pier',
          abstract,
        })),
      )
    const importTalks = async (text: string) =>
      importing.run(await importing.input(talks(text), 'talks.json'), '--event', 'oars-2024', '--yes')
    await importTalks(words)
    const { out, err } = await importTalks(words.repeat(40_000))
    expect(err).toContain('longer than 1 MiB')
    expect(out + err).not.toContain('No longer in')
  })

  test('a talk whose text takes too long to read, as it would be served', async () => {
    const text = `Oars turn. ${'snake_case_names '.repeat(2_500)}`
    const talks = JSON.stringify([{ title: 'Oars', speaker: 'Ada Pier', abstract: text }])
    const { err } = await importing.run(
      await importing.input(talks, 'talks.json'),
      '--event',
      'oars-2024',
      '--yes',
    )
    expect(err).toMatch(/5,000 marks such as [^\n]*divide it by empty lines/)
  })

  test('a folder where the records should be', async () => {
    await mkdir(join(event, 'talks.jsonl'), { recursive: true })
    const { code, err } = await importing.run(await importing.input(lines('mill')), '--yes')
    expect(code).toBe(1)
    expect(err).toMatch(/corpus\/engines-2018\/talks\.jsonl .*folder/)
  })

  test('a file where the corpus should be', async () => {
    await writeFile(importing.corpus, '')
    const { code, err } = await importing.run(await importing.input(lines('mill')), '--yes')
    expect(code).toBe(1)
    expect(err).toMatch(/hallway import: \S*corpus\b.*--into/)
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
    await mkdir(event, { recursive: true })
    await chmod(event, 0o500)
    const { code, err } = await importing.run(await importing.input(lines('mill')), '--yes')
    await chmod(event, 0o700)
    expect(code).toBe(1)
    expect(err).toMatch(/engines-2018\/event\.yml may not be written \(EACCES\); give/)
  })

  test.skipIf(process.getuid?.() === 0)(
    'a folder that may not be read, and nothing that might lie in it',
    async () => {
      const locked = join(importing.folder, 'talks', 'locked')
      await mkdir(locked, { recursive: true })
      await chmod(locked, 0o000)
      const { code, err } = await importing.run(join(importing.folder, 'talks'))
      await chmod(locked, 0o700)
      expect(code).toBe(1)
      expect(err).toMatch(/talks\/locked may not be read \(EACCES\); give/)
    },
  )

  test('that holds nothing to read, and not what its bytes may mean', async () => {
    const file = join(importing.folder, 'photo.jpg')
    await writeFile(file, Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
    const { code, out, err } = await importing.run(file)
    expect(code).toBe(1)
    expect(err).toMatch(/photo\.jpg: it holds no text\n$/)
    expect(out).not.toContain('UTF-8')
  })
})

test('a folder that is called like a note keeps its name', async () => {
  await mkdir(join(event, 'mill.md'), { recursive: true })
  const { code } = await importing.run(await importing.input(lines('mill')), '--yes')
  expect(code).toBe(0)
  expect(await importing.records()).toMatchObject([{ id: 'mill-2' }])
})

test('removes what killed imports left in the temporary folder, but nothing of living ones', async () => {
  const temporary = join(importing.folder, 'tmp')
  vi.stubEnv('TMPDIR', temporary)
  const gone = 2 ** 22 + 1
  const names = [
    `hallway-import-${gone}-old`,
    `hallway-import-${gone}-new`,
    `hallway-import-${process.ppid}-old`,
    'other-old',
  ]
  for (const name of names) {
    await mkdir(join(temporary, name), { recursive: true })
    if (name.endsWith('old')) await utimes(join(temporary, name), 1e9, 1e9)
  }
  await importing.run(await importing.input(lines('mill')), '--yes')
  expect((await readdir(temporary)).sort()).toEqual(names.slice(1).sort())
})

describe('a long import', () => {
  const document = (count: number) => {
    const talks = Array.from({ length: count }, (_, n) => ({
      guid: `g${n}`,
      title: `Talk ${n}`,
      abstract: 'word '.repeat(80),
    }))
    return JSON.stringify({
      schedule: { conference: { title: 'Engines 2018', days: [{ rooms: { A: talks } }] } },
    })
  }

  test('lets other things happen meanwhile', async () => {
    const path = await importing.input(document(3000), 's.json')
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await importing.run(path)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('is ended by %s, and says how to go on', async (signal, code) => {
    const path = await importing.input(document(40_000), 's.json')
    const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
    const script = `import(${JSON.stringify(cli)}).then(({ run }) => run(process.argv.slice(1)))`
    const args = ['-e', script, '--', 'import', path, '--yes', '--into', importing.corpus]
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TMPDIR: importing.folder },
    })
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    const hasStarted = async () =>
      (await readdir(importing.folder)).some((name) => name.startsWith('hallway-import-'))
    await vi.waitUntil(hasStarted, { timeout: 120_000, interval: 5 })
    child.kill(signal)
    expect(await ended).toBe(code)
    expect(err).toContain('run the same command again to go on from there')
    expect(await readdir(importing.folder)).not.toContainEqual(expect.stringMatching(/^hallway-import-/))
    expect((await importing.run(path, '--yes')).code).toBe(0)
    expect((await readCorpus(importing.corpus)).talks).toHaveLength(40_000)
  })
})
