import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { GitFailure, git } from '../../src/repository/git.ts'
import { keepPulling } from '../../src/repository/keep-pulling.ts'
import { openRepositoryCopy, type RepositoryCopy } from '../../src/repository/repository-copy.ts'
import { givingUp } from '../helpers/give-up.ts'
import { silent } from '../helpers/silent-log.ts'
import { mountSmallDisk } from '../helpers/small-disk.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'
import { makeRepository } from './make-repository.ts'
import { serveRepository } from './serve-repository.ts'

const isGitThere = spawnSync('git', ['--version']).status === 0
const reason = !isGitThere
  ? ' (skipped: no git on this machine)'
  : process.platform === 'win32'
    ? ' (skipped: it looks at files and processes as Windows has none)'
    : ''

const at = (url: string, copy: string, more: { branch?: string; folder?: string } = {}) => ({
  url,
  copy,
  branch: more.branch,
  folder: more.folder,
})

/**
 * Puts a git in the place of the real one that fails with one of its commands. Returns what takes it away.
 * @param first a command of a shell that it runs before, in which `$real` is the real one
 */
function failingGit(command: string, complaint: string, first = ':'): () => void {
  const folder = temporaryFolder()
  const { PATH = '' } = process.env
  const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim()
  const script = `#!/bin/sh\nreal=${real}\nfor word in "$@"; do\n  if [ "$word" = ${command} ]; then ${first}; echo "fatal: ${complaint}" >&2; exit 128; fi\ndone\nexec $real "$@"\n`
  writeFileSync(join(folder, 'git'), script, { mode: 0o755 })
  const restore = () => {
    process.env.PATH = PATH
  }
  onTestFinished(restore)
  process.env.PATH = `${folder}:${PATH}`
  return restore
}

describe.skipIf(reason !== '')(`a repository of notes${reason}`, () => {
  const read = (copy: string, path: string) => readFileSync(join(copy, path), 'utf8')

  test('is copied at the start, and followed with each pull: what is new, changed and gone', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one', 'b.md': 'two' })
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(bare, copy), { log: silent })
    expect(read(copy, 'a.md')).toBe('one')
    expect(await repository.pull()).toBe(false)
    push({ 'a.md': 'three', 'b.md': undefined, 'c/d.md': 'four' })
    expect(await repository.pull()).toBe(true)
    expect(readdirSync(copy).sort()).toEqual(['.git', 'a.md', 'c'])
    expect([read(copy, 'a.md'), read(copy, 'c/d.md')]).toEqual(['three', 'four'])
  })

  test('is of the branch that was named, also where its history was rewritten', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'of main' })
    push({ 'a.md': 'of talks' }, 'talks')
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(bare, copy, { branch: 'talks' }), { log: silent })
    expect(read(copy, 'a.md')).toBe('of talks')
    const other = makeRepository({ 'a.md': 'rewritten' })
    spawnSync('git', ['push', '--force', bare, 'main:talks'], { cwd: other.bare })
    expect(await repository.pull()).toBe(true)
    expect(read(copy, 'a.md')).toBe('rewritten')
  })

  test('that cannot be copied at the first start is a failure that says why', async () => {
    const { bare } = makeRepository({ 'a.md': 'one' })
    for (const [place, words] of [
      [at(join(bare, 'nowhere'), temporaryFolder()), /does not (?:exist|appear to be)/],
      [at(bare, temporaryFolder(), { branch: 'nonesuch' }), /^it has no branch nonesuch$/],
      [at(bare, temporaryFolder(), { folder: 'docs/talks' }), /^it has no folder docs\/talks$/],
    ] as const) {
      const opening = openRepositoryCopy(place, { log: silent })
      await expect(opening).rejects.toThrow(GitFailure)
      await expect(opening).rejects.toThrow(words)
    }
  })

  test('that is empty is a failure that says what to do', async () => {
    const bare = temporaryFolder()
    spawnSync('git', ['init', '--quiet', '--bare', bare])
    const opening = openRepositoryCopy(at(bare, temporaryFolder()), { log: silent })
    await expect(opening).rejects.toThrow(/^it is empty, .* HALLWAY_NOTES_BRANCH$/)
  })

  test('with a name that is too long for the disk is a failure that says why', async () => {
    const { bare } = makeRepository({ 'a.md': 'one' })
    pushTrees(bare, (blob) => `100644 blob ${blob}\t${'n'.repeat(300)}.md\n`)
    const opening = openRepositoryCopy(at(bare, temporaryFolder()), { log: silent })
    await expect(opening).rejects.toThrow(/^unable to create file n+…n+\.md: File name too long/)
  })

  test('says so if the folder of the notes is a submodule or a link there', async () => {
    const inner = makeRepository({ 'a.md': 'one' })
    const { bare } = makeRepository({ 'real/a.md': 'one' })
    const work = temporaryFolder()
    const run = (...words: readonly string[]) =>
      expect(spawnSync('git', ['-c', 'protocol.file.allow=always', ...words], { cwd: work }).status).toBe(0)
    run('clone', '--quiet', bare, '.')
    run('submodule', '--quiet', 'add', inner.bare, 'talks')
    symlinkSync('real', join(work, 'link'))
    run('add', '--all')
    run('-c', 'user.name=Ada', '-c', 'user.email=ada@harbour.example', 'commit', '--quiet', '--message=Notes')
    run('push', '--quiet')
    for (const [folder, words] of [
      ['talks', 'talks in it is a submodule: name the repository that this is of'],
      ['link', 'link in it is a link: name the folder that it leads to'],
    ] as const)
      await expect(
        openRepositoryCopy(at(bare, temporaryFolder(), { folder }), { log: silent }),
      ).rejects.toThrow(words)
  })

  test('on this machine that belongs to another user is refused with what allows it', async () => {
    const { bare } = makeRepository({ 'a.md': 'one' })
    failingGit(
      'fetch',
      `detected dubious ownership in repository at '${bare}'\nTo add an exception for this directory, call:\n`,
    )
    await expect(openRepositoryCopy(at(bare, temporaryFolder()), { log: silent })).rejects.toThrow(
      `belongs to another user than the one who runs Hallway; to allow that: git config --system --add safe.directory ${bare}`,
    )
  })

  test('that is away at a later start is served as it was, with one warning', async () => {
    const { bare } = makeRepository({ 'a.md': 'one' })
    const copy = temporaryFolder()
    await openRepositoryCopy(at(bare, copy), { log: silent })
    rmSync(bare, { recursive: true })
    const warnings: string[] = []
    await openRepositoryCopy(at(bare, copy), { log: { warn: (line) => warnings.push(line) } })
    expect(warnings).toEqual([expect.stringMatching(/could not be pulled from .*The last copy is served\.$/)])
    expect(read(copy, 'a.md')).toBe('one')
  })

  test('keeps its last good state where a push takes the folder of the notes away', async () => {
    const { bare, push } = makeRepository({ 'talks/a.md': 'one' })
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(bare, copy, { folder: 'talks' }), { log: silent })
    push({ 'talks/a.md': undefined, 'moved/a.md': 'one' })
    await expect(repository.pull()).rejects.toThrow('it has no folder talks')
    expect(read(copy, 'talks/a.md')).toBe('one')
    push({ 'moved/a.md': undefined, 'talks/a.md': 'two' })
    expect(await repository.pull()).toBe(true)
    expect(read(copy, 'talks/a.md')).toBe('two')
  })

  test('is whole again after a process died as it checked out', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one', 'b.md': 'one' })
    const copy = temporaryFolder()
    await openRepositoryCopy(at(bare, copy), { log: silent })
    // As a killed one leaves it: half of the files changed, others new, and git’s locks still there.
    writeFileSync(join(copy, 'a.md'), 'half')
    writeFileSync(join(copy, 'new.md'), 'half')
    for (const lock of ['index.lock', 'shallow.lock']) writeFileSync(join(copy, '.git', lock), '')
    push({ 'b.md': 'two' })
    await openRepositoryCopy(at(bare, copy), { log: silent })
    expect([read(copy, 'a.md'), read(copy, 'b.md'), existsSync(join(copy, 'new.md'))]).toEqual([
      'one',
      'two',
      false,
    ])
  })

  function replaceBy(gitFolder: string, content: string | Readonly<Record<string, string>>): void {
    rmSync(gitFolder, { recursive: true })
    if (typeof content === 'string') {
      writeFileSync(gitFolder, content)
      return
    }
    mkdirSync(gitFolder)
    for (const [name, text] of Object.entries(content)) writeFileSync(join(gitFolder, name), text)
  }

  /** What a kill, a loss of power or a full disk can leave of a copy's own repository. */
  const damages: readonly (readonly [string, (gitFolder: string) => void])[] = [
    ...['HEAD', 'config', 'index', 'shallow', 'refs/hallway/served', 'refs/hallway/fetched'].flatMap(
      (file) =>
        [
          [`${file} empty`, (gitFolder: string) => writeFileSync(join(gitFolder, file), '')],
          [`${file} of zeros`, (gitFolder: string) => writeFileSync(join(gitFolder, file), '\0'.repeat(41))],
          [`a lock on ${file}`, (gitFolder: string) => writeFileSync(join(gitFolder, `${file}.lock`), '')],
        ] as const,
    ),
    ['a lock on packed-refs', (gitFolder) => writeFileSync(join(gitFolder, 'packed-refs.lock'), '')],
    ['no objects', (gitFolder) => rmSync(join(gitFolder, 'objects'), { recursive: true })],
    ['nothing in it', (gitFolder) => replaceBy(gitFolder, {})],
    ['the beginning of one', (gitFolder) => replaceBy(gitFolder, { HEAD: 'ref: refs/heads/main\n' })],
    ['a file in its place', (gitFolder) => replaceBy(gitFolder, 'gitdir: /nowhere\n')],
  ]

  test.each(damages)(
    'is copied anew after a start that finds %s, and never in a repository around it',
    async (_, damage) => {
      const { bare, push } = makeRepository({ 'a.md': 'one' })
      // As a data folder in a clone of Hallway.
      const around = temporaryFolder()
      writeFileSync(join(around, 'code.ts'), 'work of a day')
      const run = (...words: string[]) => spawnSync('git', words, { cwd: around, encoding: 'utf8' }).stdout
      run('init', '--quiet')
      const [before, copy] = [
        run('rev-parse', '--git-dir', '--abbrev-ref', 'HEAD'),
        join(around, 'data', 'notes', 'abc'),
      ]
      await openRepositoryCopy(at(bare, copy), { log: silent })
      damage(join(copy, '.git'))
      push({ 'a.md': 'two' })
      const repository = await openRepositoryCopy(at(bare, copy), { log: silent })
      expect(read(copy, 'a.md')).toBe('two')
      push({ 'a.md': 'three' })
      expect(await repository.pull()).toBe(true)
      expect(read(copy, 'a.md')).toBe('three')
      expect(readdirSync(around).sort()).toEqual(['.git', 'code.ts', 'data'])
      expect(readFileSync(join(around, 'code.ts'), 'utf8')).toBe('work of a day')
      expect(run('rev-parse', '--git-dir', '--abbrev-ref', 'HEAD')).toBe(before)
      expect(run('for-each-ref')).toBe('')
    },
  )

  test('is copied anew each time that somebody removes the copy while it is served', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one' })
    const copy = join(temporaryFolder(), 'data', 'notes')
    const repository = await openRepositoryCopy(at(bare, copy), { log: silent })
    for (const text of ['two', 'three']) {
      rmSync(copy, { recursive: true })
      expect(await repository.pull()).toBe(true)
      push({ 'a.md': text })
      expect(await repository.pull()).toBe(true)
      expect(read(copy, 'a.md')).toBe(text)
    }
  })

  test('that names commits by SHA-256 is copied and followed', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one' }, 'sha256')
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(bare, copy), { log: silent })
    push({ 'a.md': 'two' })
    expect(await repository.pull()).toBe(true)
    expect(read(copy, 'a.md')).toBe('two')
  })

  test('is pulled again after a pull that was killed, and copied anew while it is served if it must be', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one' })
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(bare, copy), { log: silent })
    for (const lock of [
      'shallow.lock',
      'index.lock',
      'refs/hallway/fetched.lock',
      'refs/hallway/served.lock',
    ]) {
      writeFileSync(join(copy, '.git', lock), '')
      push({ 'a.md': lock })
      expect(await repository.pull()).toBe(true)
      expect(read(copy, 'a.md')).toBe(lock)
    }
    writeFileSync(join(copy, '.git/refs/hallway/fetched'), '')
    push({ 'a.md': 'anew' })
    expect(await repository.pull()).toBe(true)
    expect(read(copy, 'a.md')).toBe('anew')
  })

  test('that cannot be fetched for want of room keeps its copy, and what is served', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one' })
    const copy = temporaryFolder()
    const warnings: string[] = []
    const repository = await openRepositoryCopy(at(bare, copy), {
      log: { warn: (line) => warnings.push(line) },
    })
    push({ 'a.md': 'two' })
    const restore = failingGit('fetch', 'No space left on device')
    await expect(repository.pull()).rejects.toThrow(/No space left/)
    restore()
    expect([read(copy, 'a.md'), warnings]).toEqual(['one', []])
    expect(await repository.pull()).toBe(true)
    expect(read(copy, 'a.md')).toBe('two')
  })

  test('that is not waited for any more is not copied anew', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one' })
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(bare, copy), { log: silent })
    push({ 'a.md': 'two' })
    await expect(repository.pull(undefined, AbortSignal.abort())).rejects.toThrow(/stopped/)
    expect(read(copy, 'a.md')).toBe('one')
  })

  test('that names its folders more often than a disk holds is not checked out', async () => {
    const { bare } = makeRepository({ 'a.md': 'one' })
    const copy = temporaryFolder()
    const warnings: string[] = []
    const repository = await openRepositoryCopy(at(bare, copy), {
      log: { warn: (line) => warnings.push(line) },
    })
    const tenfold = (tree: string) =>
      [...'abcdefghij'].map((name) => `040000 tree ${tree}\t${name}\n`).join('')
    pushTrees(bare, (blob) => `100644 blob ${blob}\ta.md\n`, ...Array.from({ length: 12 }, () => tenfold))
    await expect(repository.pull()).rejects.toThrow(/^it holds too many files to check out/)
    expect([read(copy, 'a.md'), warnings]).toEqual(['one', []])
  })

  test('leaves nothing of a commit that could not be checked out', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one' })
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(bare, copy), { log: silent })
    push({ 'a.md': 'two', 'talk.mp4': 'large' })
    // As one that is killed as it writes: another cannot begin before its lock is gone.
    const commit = spawnSync('git', ['rev-parse', 'main'], { cwd: bare, encoding: 'utf8' }).stdout.trim()
    const half =
      'case "$*" in *reset*) echo half | tee a.md talk.mp4; touch .git/index.lock ;; *) exec $real "$@" ;; esac'
    const restore = failingGit(commit, 'unable to write file talk.mp4', half)
    await expect(repository.pull()).rejects.toThrow(/unable to write file talk\.mp4/)
    expect([readdirSync(copy).sort(), read(copy, 'a.md')]).toEqual([['.git', 'a.md'], 'one'])
    restore()
    writeFileSync(join(copy, 'talk.mp4'), 'half of what a process wrote that was killed')
    await openRepositoryCopy(at(bare, copy), { log: silent })
    expect([read(copy, 'a.md'), read(copy, 'talk.mp4')]).toEqual(['two', 'large'])
  })

  const disk = mountSmallDisk()
  test.skipIf(!disk)(
    `that does not fit on the disk leaves it as it is${disk ? '' : ' (skipped: needs the right to mount)'}`,
    async () => {
      const { bare, push } = makeRepository({ 'a.md': 'one' })
      const copy = join(disk!, 'copy')
      const warnings: string[] = []
      const log = { warn: (line: string) => warnings.push(line) }
      const repository = await openRepositoryCopy(at(bare, copy), { log })
      push({ 'a.md': 'two', 'talk.mp4': 'x'.repeat(5_000_000) })
      const needsRoom = /^it needs 5\.0 MB more, and the disk of .* has \d\.\d MB: free some space/
      await expect(repository.pull()).rejects.toThrow(needsRoom)
      expect([readdirSync(copy).sort(), read(copy, 'a.md'), warnings]).toEqual([['.git', 'a.md'], 'one', []])
      await expect(openRepositoryCopy(at(bare, join(disk!, 'first')), { log })).rejects.toThrow(needsRoom)
      push({ 'talk.mp4': undefined })
      expect(await repository.pull()).toBe(true)
      expect(read(copy, 'a.md')).toBe('two')
    },
  )

  test('that takes too long is not copied anew: that would take longer still', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one' })
    const served = await serveRepository(bare, { user: 'hallway', password: 'right' })
    const url = served.address('hallway:right')
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(url, copy), { log: silent })
    push({ 'a.md': 'two' })
    const giveUp = givingUp(2 * 60_000)
    served.turn('silent')
    const pull = repository.pull()
    await expect.poll(() => running(url)).toBeGreaterThan(0)
    served.turn('serving')
    giveUp()
    await expect(pull).rejects.toThrow('git fetch took longer than 120 seconds')
    expect(read(copy, 'a.md')).toBe('one')
    expect(await repository.pull()).toBe(true)
  })

  test('that is away is not copied anew: what is there stays', async () => {
    const { bare } = makeRepository({ 'a.md': 'one' })
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(bare, copy), { log: silent })
    rmSync(bare, { recursive: true })
    await expect(repository.pull()).rejects.toThrow(GitFailure)
    expect(existsSync(join(copy, '.git/refs/hallway/served'))).toBe(true)
  })

  test('runs nothing of what it holds', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one' })
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(bare, copy), { log: silent })
    const trap = join(temporaryFolder(), 'sprung')
    mkdirSync(join(copy, '.git/hooks'), { recursive: true })
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change'])
      writeFileSync(join(copy, '.git/hooks', hook), `#!/bin/sh\ntouch ${trap}\n`, { mode: 0o755 })
    push({ 'a.md': 'two' })
    expect(await repository.pull()).toBe(true)
    expect(existsSync(trap)).toBe(false)
  })

  test('changes files only when nobody reads them', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one' })
    const copy = temporaryFolder()
    const repository = await openRepositoryCopy(at(bare, copy), { log: silent })
    push({ 'a.md': 'two' })
    await repository.pull(async (work) => {
      expect(read(copy, 'a.md')).toBe('one')
      await work()
      expect(read(copy, 'a.md')).toBe('two')
    })
  })

  test('over HTTP is read with the password of its address, which is kept and told nowhere', async () => {
    const { bare, push } = makeRepository({ 'a.md': 'one' })
    const served = await serveRepository(bare, { user: 'hallway', password: 's3cret-word' })
    const copy = temporaryFolder()
    const url = served.address('hallway:s3cret-word')
    const lines: string[] = []
    const log = { warn: (line: string) => lines.push(line), info: (line: string) => lines.push(line) }
    const repository = await openRepositoryCopy(at(url, copy), { log })
    push({ 'a.md': 'two' })
    expect(await repository.pull()).toBe(true)
    served.turn('broken')
    const pulling = keepPulling({
      repository,
      change: (work) => work(),
      everyMs: 3_600_000,
      log,
      random: Math.random,
    })
    onTestFinished(() => pulling.close())
    await pulling.pull()
    await pulling.pull()
    served.turn('serving')
    push({ 'a.md': 'three' })
    await pulling.pull()
    expect(read(copy, 'a.md')).toBe('three')
    expect(lines).toEqual([
      expect.stringMatching(/^The notes cannot be pulled from http:\/\/127\.0\.0\.1:\d+\/notes\.git: .*503/),
      expect.stringMatching(/^The notes can be pulled .* again\.$/),
    ])
    expect(`${lines} ${repository.shownUrl}`).not.toContain('s3cret')
    const kept = spawnSync('grep', ['-r', 's3cret', copy], { encoding: 'utf8' })
    expect([kept.status, kept.stdout]).toEqual([1, ''])
  })

  test('has its password on no command line, and in no file of whoever runs it', async () => {
    const { bare } = makeRepository({ 'a.md': 'one' })
    // Such as a shell could take for something else.
    const password = String.raw`s3cret \n\t$HOME "'%s @/:wörd`
    const served = await serveRepository(bare, { user: 'hallway', password })
    const url = served.address(`hallway:${encodeURIComponent(password)}`)
    const home = writeFolder({ '.gitconfig': '[credential]\n\thelper = store\n' })
    onTestFinished(() => void vi.unstubAllEnvs())
    vi.stubEnv('HOME', home)
    const repository = await openRepositoryCopy(at(url, temporaryFolder()), { log: silent })
    expect(readdirSync(home)).toEqual(['.gitconfig'])
    served.turn('silent')
    const stop = new AbortController()
    const pull = repository.pull(undefined, stop.signal).catch(() => {})
    await expect.poll(() => running(url)).toBeGreaterThan(0)
    expect(spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout).not.toContain('s3cret')
    stop.abort()
    await pull
  })

  test('that asks for a password which nobody gave fails at once, and asks nobody', async () => {
    const { bare } = makeRepository({ 'a.md': 'one' })
    const served = await serveRepository(bare, { user: 'hallway', password: 'right' })
    for (const who of ['hallway:wr0ng-word', 't0ken-word']) {
      const failure = await openRepositoryCopy(at(served.address(who), temporaryFolder()), {
        log: silent,
      }).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(GitFailure)
      expect(String(failure)).not.toMatch(/wr0ng|t0ken/)
    }
  })

  const without = { maxMs: 60_000, isWithout: true }

  test('gives git none of our secrets but the repository’s own', async () => {
    onTestFinished(() => void vi.unstubAllEnvs())
    for (const name of ['SLACK_BOT_TOKEN', 'HALLWAY_TOKEN_KEY', 'DATABASE_URL', 'PGPASSWORD'])
      vi.stubEnv(name, 'of-the-harbour')
    const told = await git(
      { ...without, folder: temporaryFolder(), url: 'https://me:w0rd@x.example/a' },
      '-c',
      'alias.told=!env',
      'told',
    )
    expect(told).toContain('HALLWAY_GIT_PASSWORD=w0rd')
    expect(told).not.toContain('of-the-harbour')
  })

  test('that cannot be read is told without a secret of the address', async () => {
    for (const url of [
      'http://me:w0rd@127.0.0.1:1/a?token=s3cret',
      'http://127.0.0.1:1/a?token=s3cret#s3cret',
    ]) {
      const failure = await git({ ...without, folder: temporaryFolder(), url }, 'ls-remote', 'notes').catch(
        (error: unknown) => error,
      )
      expect(failure).toBeInstanceOf(GitFailure)
      expect(String(failure)).toContain('http://127.0.0.1:1/a?…')
      expect(String(failure)).not.toMatch(/s3cret|w0rd|me:/)
    }
  })

  test('that does not answer keeps nobody from stopping', async () => {
    const { bare } = makeRepository({ 'a.md': 'one' })
    const served = await serveRepository(bare, { user: 'hallway', password: 'right' })
    const url = served.address('hallway:right')
    const repository = await openRepositoryCopy(at(url, temporaryFolder()), { log: silent })
    served.turn('silent')
    const pulling = keepPulling({
      repository,
      change: (work) => work(),
      everyMs: 3_600_000,
      log: silent,
      random: Math.random,
    })
    const pull = pulling.pull()
    await expect.poll(() => running(url)).toBeGreaterThan(0)
    await pulling.close()
    await pull
    await expect.poll(() => running(url)).toBe(0)
  })

  test('that does not answer is given up in time, with all that git has started', async () => {
    const { bare } = makeRepository({ 'a.md': 'one' })
    const served = await serveRepository(bare, { user: 'hallway', password: 'right' })
    served.turn('silent')
    const folder = temporaryFolder()
    const url = served.address('hallway:right')
    await expect(git({ folder, url, maxMs: 500 }, 'ls-remote', 'notes')).rejects.toThrow(
      'git ls-remote took longer than 0.5 seconds',
    )
    await expect.poll(() => running(url)).toBe(0)
  })
})

/** Pushes what no folder can hold: trees as `git mktree` reads them, the next one of the one before. @param first of a blob */
function pushTrees(
  bare: string,
  first: (blob: string) => string,
  ...others: ((tree: string) => string)[]
): void {
  const run = (input: string, ...words: readonly string[]) => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@harbour.example']
    return spawnSync('git', [...who, ...words], { cwd: bare, input, encoding: 'utf8' }).stdout.trim()
  }
  const blob = run('one', 'hash-object', '-w', '--stdin')
  const tree = [first, ...others].reduce((name, rows) => run(rows(name), 'mktree'), blob)
  run('', 'update-ref', 'refs/heads/main', run('Notes', 'commit-tree', tree))
}

/** How many processes of git are about this address. */
function running(url: string): number {
  const { stdout } = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
  const port = new URL(url).port
  return stdout.split('\n').filter((line) => line.includes('git') && line.includes(`:${port}/`)).length
}

describe('pulling again and again', () => {
  function pullingFrom(pull: RepositoryCopy['pull'], everyMs = 20) {
    const lines: string[] = []
    const log = {
      warn: (line: string) => lines.push(`warn ${line}`),
      info: (line: string) => lines.push(line),
    }
    const repository = { shownUrl: 'https://git.example.com/notes.git', pull }
    const pulling = keepPulling({ repository, change: (work) => work(), everyMs, log, random: () => 0.5 })
    onTestFinished(() => pulling.close())
    return { pulling, lines }
  }

  test('goes on after failures, each of which is told once for as long as it lasts', async () => {
    let pulls = 0
    const { lines } = pullingFrom(async () => {
      pulls += 1
      if (pulls < 4) throw new GitFailure('no route to host')
      if (pulls < 6) throw new GitFailure('disk is full')
      return true
    })
    await expect.poll(() => pulls).toBeGreaterThan(7)
    expect(lines).toEqual([
      expect.stringContaining(
        'warn The notes cannot be pulled from https://git.example.com/notes.git: no route to host.',
      ),
      expect.stringContaining('disk is full'),
      'The notes can be pulled from https://git.example.com/notes.git again.',
    ])
  })

  test('is never done twice at once, and not after it was closed', async () => {
    let [under, most, pulls] = [0, 0, 0]
    const { pulling } = pullingFrom(async () => {
      pulls += 1
      under += 1
      most = Math.max(most, under)
      await new Promise((resolve) => setTimeout(resolve, 5))
      under -= 1
      return false
    })
    await Promise.all([pulling.pull(), pulling.pull(), pulling.pull()])
    await pulling.close()
    const before = pulls
    await pulling.pull()
    expect([most, under, pulls]).toEqual([1, 0, before])
  })

  test('is done once more for all who ask for it meanwhile', async () => {
    const answered = Promise.withResolvers<void>()
    let pulls = 0
    const { pulling } = pullingFrom(async () => {
      pulls += 1
      await answered.promise
      return false
    }, 3_600_000)
    const first = pulling.pull()
    await expect.poll(() => pulls).toBe(1)
    const asked = Array.from({ length: 50 }, pulling.pull)
    answered.resolve()
    await Promise.all([first, ...asked])
    expect(pulls).toBe(2)
  })
})
