/** What people see of an answer: on the real page, with the real notes. */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'
import { findChromium, openBrowser } from '../workspace/page/chromium.ts'
import { openHallway } from './open-hallway.ts'

const chromium = findChromium(process.env)
if (!chromium)
  console.warn('Answers on the page are not tested: no Chromium found. Set CHROMIUM_PATH to one.')
const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/** Every seventh judged question about the real notes, in all styles. */
const questions = readFileSync(new URL('../search/questions.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t')[1]!)
  .filter((_, index) => index % 7 === 0)

const desktop = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

async function sizeOf(reply: Locator) {
  const content = reply.locator('.content')
  const words = (await content.innerText()).split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return {
    height: (await reply.boundingBox())?.height ?? 0,
    words: words.length,
    controls: await content.locator('button, select, summary').count(),
  }
}

describe.skipIf(!chromium)('an answer on the page', async () => {
  const corpus = await readCorpus('corpus')
  const answers = createAnswers(corpus, createLunrEngine(corpus))
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser.close())

  async function open(workspace: Workspace, path: string, options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext(options)
    onTestFinished(() => context.close())
    context.setDefaultTimeout(120_000)
    const page = await context.newPage()
    await page.goto(`${workspace.url}/${path}`)
    await page.waitForSelector('#composer-main', { state: 'attached' })
    return page
  }

  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe)
    const found = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[]
    }
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
  }

  test('is short: of those that answer, nine in ten have under 90 words and 350 pixels, and all at most five controls', async () => {
    const { workspace } = await openHallway({ answers: () => answers })
    const { ts } = await workspace.say('#talks', 'Some questions')
    const found: string[] = []
    for (const [index, question] of questions.entries()) {
      const { kind } = await answers.answerQuestion(question, { limit: 3 })
      if (kind === 'found') found.push(question)
      await workspace.say('#talks', `@Hallway ${question}`, { thread: ts })
      await workspace.until(
        () => workspace.thread('#talks', ts).filter((reply) => reply.bot_id).length === index + 1,
        `an answer to “${question}”`,
      )
    }
    const page = await open(workspace, `#${workspace.channel('#talks').id}/${ts}`, desktop)
    const replies = page.locator('#thread .message', { has: page.locator('.badge') })
    await expect.poll(() => replies.count()).toBe(questions.length)
    const sizes = await Promise.all((await replies.all()).map(sizeOf))
    const shown = questions.map((question, index) => ({ question, ...sizes[index]! }))
    const usual = shown.filter(({ question }) => found.includes(question))
    const short = usual.filter(({ height, words }) => height <= 350 && words <= 90)
    expect(found.length).toBeGreaterThan(30)
    expect(short.length / usual.length).toBeGreaterThanOrEqual(0.9)
    expect(shown.filter(({ controls }) => controls > 5)).toEqual([])
    expect(shown.filter(({ words }) => words > 130)).toEqual([])
  })

  test.each([
    ['light', { ...desktop, colorScheme: 'light' }],
    ['dark', { ...desktop, colorScheme: 'dark' }],
    ['on a phone', phone],
  ] as const)('is accessible, opened and closed (%s)', async (_, options) => {
    const { workspace, answerTo } = await openHallway({ answers: () => answers })
    const { ts } = await workspace.say('#talks', '@Hallway any talks on testing?')
    await answerTo('#talks', ts)
    const page = await open(workspace, `#${workspace.channel('#talks').id}/${ts}`, options)
    const thread = page.locator('#thread')
    await thread.getByRole('button', { name: 'Show 2' }).click()
    await thread.getByRole('button', { name: 'Hide 2' }).waitFor()
    await thread.getByRole('button', { name: 'More like this' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })

  test('is shown from its beginning, and what its buttons post comes into view', async () => {
    const { workspace } = await openHallway({ answers: () => answers })
    const page = await open(workspace, '', desktop)
    await page.keyboard.type('what test tools does DISQUS use?')
    await page.keyboard.press('Enter')
    const reply = page.locator('#thread .message', { has: page.locator('.badge') })
    await reply.waitFor()
    const isInSight = async (node: Locator) => {
      const log = (await page.locator('#thread .log').boundingBox())!
      const box = await node.boundingBox()
      return box !== null && box.y >= log.y && box.y < log.y + log.height
    }
    await expect.poll(() => isInSight(reply)).toBe(true)
    await reply.getByRole('button', { name: 'More like this' }).click()
    await reply.nth(1).waitFor()
    await expect.poll(() => isInSight(reply.last())).toBe(true)
  })
})
