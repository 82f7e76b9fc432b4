import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '../../../src/workspace/server/open-workspace.ts'
import { startParrot } from '../parrot.ts'
import { manifest, patient } from '../peer.ts'
import { findChromium, openBrowser } from './chromium.ts'

const chromium = findChromium(process.env)
if (!chromium) console.warn('The page is not tested: no Chromium found. Set CHROMIUM_PATH to one.')
const axe = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

describe.skipIf(!chromium)('the page', () => {
  let browser: Browser
  let workspace: Workspace
  let parrot: { stop(): Promise<unknown> }
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    workspace = await openWorkspace({ port: 0, manifest, timing: patient })
    parrot = await startParrot(workspace)
    complaints.length = 0
  })
  afterEach(async () => {
    await page.context().close()
    await parrot.stop()
    await workspace.close()
    expect(complaints).toEqual([])
  })

  async function open(options: BrowserContextOptions = {}, path = ''): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options })
    context.setDefaultTimeout(120_000)
    page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      // The browser itself reports answers like 409, of which the page tells the person.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(workspace.url)) complaints.push(`a request to ${request.url()}`)
    })
    await page.goto(workspace.url + path)
    await page.waitForSelector('#composer-main')
  }

  const main = (text: string) => page.locator('#main .message', { hasText: text })
  const inThread = (text: string) => page.locator('#thread .message', { hasText: text })

  async function violations(): Promise<readonly string[]> {
    await page.evaluate(axe)
    const found = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[]
    }
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
  }

  it('greets a newcomer with example questions, and shows the answer to one in its thread', async () => {
    await open()
    await page.getByText('nothing leaves this machine').waitFor()
    await page.getByRole('button', { name: 'Say hello' }).click()
    await inThread('You said: hello').waitFor()
    await page.getByRole('button', { name: '1 reply' }).waitFor()
    expect(await violations()).toEqual([])
  })

  it('runs a command and shows its answer to one person alone', async () => {
    await open()
    await page.getByRole('button', { name: 'talks' }).click()
    await page.getByRole('heading', { name: '#talks', level: 1 }).waitFor()
    await page.locator('#composer-main').pressSequentially('/pa')
    await page.getByRole('option', { name: /\/parrot/ }).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.locator('#composer-main').inputValue()).toBe('/parrot ')
    await page.getByText('/parrot [words]').waitFor()
    await page.keyboard.type('*loud* & clear')
    await page.keyboard.press('Enter')
    await main('Only visible to you').waitFor()
    expect(await main('Just for you').locator('strong', { hasText: 'loud' }).count()).toBe(1)
    expect(await violations()).toEqual([])

    await page.getByLabel('Mood').selectOption('loud')
    await main('Mood: loud').waitFor()
    await page.goto(`${workspace.url}/?as=${workspace.colleague.id}#${workspace.channel('#talks').id}`)
    await page.waitForSelector('#composer-main')
    expect(await main('Mood').count()).toBe(0)
  })

  it('goes on to what is newest after a message taller than the list, unless the person has scrolled', async () => {
    await open({}, `/#${workspace.channel('#talks').id}`)
    const tall = Array.from({ length: 80 }, (_, line) => `line ${line}`).join('\n')
    const isInSight = async (text: string) => {
      const { y = 0, height = 0 } = (await main(text).boundingBox()) ?? {}
      return y < 800 && y + height > 0
    }
    for (const word of ['first', 'second']) {
      await workspace.say('#talks', `${word}\n${tall}`)
      await main(word).waitFor()
      await expect.poll(() => isInSight(word)).toBe(true)
    }
    await page.locator('#main .log').hover()
    await page.mouse.wheel(0, -300)
    await page.waitForFunction(
      "(log => log.scrollHeight - log.scrollTop - log.clientHeight > 900)(document.querySelector('#main .log'))",
    )
    // The page hears of the scroll with its next frame.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    await workspace.say('#talks', 'third')
    await main('third').waitFor({ state: 'attached' })
    expect(await isInSight('third')).toBe(false)
  })

  it('goes on to what is newest after a thread that has opened beside it made it narrower', async () => {
    await open()
    const long = Array.from({ length: 120 }, (_, word) => `word${word}`).join(' ')
    for (const word of ['first', 'second', 'third']) {
      await workspace.say('dm', `${word} ${long}`)
      await main(word).waitFor()
    }
    await page.getByRole('button', { name: '1 reply' }).last().click()
    await inThread('third').first().waitFor()
    const isAtEnd =
      "(log => log.scrollHeight - log.scrollTop - log.clientHeight < 80)(document.querySelector('#main .log'))"
    await expect.poll(() => page.evaluate(isAtEnd)).toBe(true)
    await workspace.say('dm', `fourth ${long}`)
    await main('fourth').waitFor()
    await expect.poll(() => page.evaluate(isAtEnd)).toBe(true)
  })

  it('keeps a long reply in a thread at its beginning while other things change', async () => {
    await open()
    await workspace.say('dm', 'hi')
    await page.getByRole('button', { name: '1 reply' }).click()
    await inThread('You said: hi').waitFor()
    const [root] = workspace.messages('dm')
    const tall = Array.from({ length: 80 }, (_, line) => `line ${line}`).join('\n')
    await workspace.say('dm', `long\n${tall}`, { thread: root!.ts })
    await inThread('You said: long').waitFor()
    await workspace.edit('dm', root!.ts, 'hi there')
    await inThread('hi there').waitFor()
    const top = (await inThread('You said: long').boundingBox())?.y ?? -1
    expect(top).toBeGreaterThan(0)
    expect(top).toBeLessThan(800)
  })

  it('adds the app to a channel by /invite', async () => {
    await open({}, `/#C0LOCAL003`)
    await page.locator('#composer-main').fill('/invite @Parrot ')
    await page.keyboard.press('Enter')
    await main('Parrot is in #random now').waitFor()
  })

  it('lets a button take away what only one person sees', async () => {
    await open()
    await workspace.command('/parrot', 'x', 'dm')
    await page.getByRole('button', { name: 'Forget' }).click()
    await workspace.until(() => workspace.ephemerals('dm').length === 0, 'the answer to go')
    await main('Just for you').waitFor({ state: 'detached' })
  })

  it('fills a modal with the keyboard alone', async () => {
    await open()
    await page.keyboard.type('hello')
    await page.keyboard.press('Enter')
    const ask = page.getByRole('button', { name: 'Ask me' })
    await ask.waitFor()
    await ask.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'A question' })
    await dialog.waitFor()
    expect(await violations()).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Ask me')

    await page.keyboard.press('Enter')
    await dialog.waitFor()
    await page.getByLabel('Your name').focus()
    await page.keyboard.press('Enter')
    await page.getByText('Please complete this required field.').waitFor()
    await page.keyboard.type('nobody')
    await page.keyboard.press('Enter')
    await page.getByText('Somebody, please').waitFor()
    await page.getByLabel('Your name').fill('Robin')
    await page.getByLabel('Ships').focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Your name').press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await main('Thanks, Robin (b)').waitFor()
  })

  it('shows a modal on the page where it was opened, over a reload too, and on no other', async () => {
    await open()
    await page.keyboard.type('hello')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Ask me' }).click()
    const dialog = page.getByRole('dialog', { name: 'A question' })
    await dialog.waitFor()
    await page.reload()
    await dialog.waitFor()
    const first = page
    await open({}, `#${new URL(page.url()).hash.slice(1)}`)
    await page.getByRole('button', { name: 'Ask me' }).waitFor()
    const elsewhere = page.getByRole('dialog', { name: 'A question' })
    expect(await elsewhere.count()).toBe(0)
    await page.getByRole('button', { name: 'Ask me' }).click()
    await elsewhere.waitFor()
    await dialog.waitFor({ state: 'hidden' })
    await page.keyboard.press('Escape')
    await elsewhere.waitFor({ state: 'hidden' })
    await first.context().close()
  })

  it('says how long a long message is, and that one is too long before it is sent', async () => {
    await open()
    const area = page.locator('#composer-main')
    await area.fill('a'.repeat(999))
    expect(await page.getByText('characters').count()).toBe(0)
    await area.fill('a'.repeat(1_500))
    await page.getByText('1,500 of 12,000 characters').waitFor()
    await area.fill('a'.repeat(12_001))
    await page.getByText('Too long to send: 12,001 characters, and 12,000 is the limit.').waitFor()
    expect(await page.getByRole('button', { name: 'Send' }).first().isDisabled()).toBe(true)
    await area.press('Enter')
    expect(await area.inputValue()).toHaveLength(12_001)
    await area.fill('hello')
    await area.press('Enter')
    await page.getByRole('button', { name: 'Ask me' }).waitFor()
  })

  it('shows what a channel is for in whole on a phone', async () => {
    await open({ viewport: { width: 390, height: 800 } })
    const subtitle = "document.querySelector('#main .pane-title p')"
    expect(await page.evaluate(`${subtitle}.scrollWidth <= ${subtitle}.clientWidth`)).toBe(true)
  })

  it('reaches everything with the Tab key and closes a thread with Escape', async () => {
    await open()
    await workspace.say('dm', 'hi')
    await page.getByRole('button', { name: '1 reply' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Thread' }).waitFor()
    await inThread('You said: hi').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#thread').waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('1 reply')
    await page.locator('body').evaluate((body) => {
      body.tabIndex = -1
      body.focus()
    })
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Skip to the message box')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement?.id')).toBe('composer-main')
  })

  it('goes on in the thread that a question has opened, without the mouse, the first time too', async () => {
    await open()
    for (const question of ['first', 'second']) {
      await page.locator('#composer-main').fill(question)
      await page.keyboard.press('Enter')
      await inThread(`You said: ${question}`).waitFor()
      expect(await page.evaluate('document.activeElement?.id')).toBe('composer-thread')
      await page.locator('#composer-main').focus()
    }
  })

  it('keeps what is written and not sent, in a channel and in a thread, while others are open', async () => {
    await open()
    await workspace.say('dm', 'hi')
    await page.locator('#composer-main').fill('half a question')
    await page.getByRole('button', { name: '1 reply' }).click()
    await page.locator('#composer-thread').fill('half a reply')
    await page.keyboard.press('Escape')
    await page.locator('#thread').waitFor({ state: 'hidden' })
    expect(await page.locator('#composer-main').inputValue()).toBe('half a question')
    await page.getByRole('button', { name: '1 reply' }).click()
    expect(await page.locator('#composer-thread').inputValue()).toBe('half a reply')
    await page.locator('#composer-main').fill('hello')
    await page.locator('#composer-main').press('Enter')
    await main('hello').waitFor()
    await expect.poll(() => page.locator('#composer-main').inputValue()).toBe('')
  })

  it('offers to add the app where it is not, and answers a mention in its thread', async () => {
    await open({}, `/#C0LOCAL003`)
    await page.keyboard.type('@Parrot are you here?')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add Parrot to #random' }).click()
    await main('Parrot is in #random now').waitFor()
    await page.locator('#composer-main').fill('@Parrot and now?')
    await page.keyboard.press('Enter')
    await inThread('You called?').waitFor()
  })

  it('shows what is written as text, whatever it is', async () => {
    await open()
    const hostile =
      '<img src=x onerror="document.title=1"> <script>document.title=2</script> [x](javascript:alert(1))'
    await page.locator('#composer-main').fill(hostile)
    await page.keyboard.press('Enter')
    await inThread('You said').waitFor()
    expect(await inThread('You said').locator('.block-section').textContent()).toContain(hostile)
    expect(await page.locator('.message img, .message script').count()).toBe(0)
  })

  it('shows Arabic from right to left, and English beside it from left to right', async () => {
    await open()
    for (const text of ['قواعد البيانات.', 'Databases.']) await workspace.say('dm', text)
    const isStopFirst = (text: string) =>
      main(text)
        .locator('.block-text')
        .evaluate((block) => {
          const range = block.ownerDocument.createRange()
          const leftOf = (at: number) => {
            range.setStart(block.firstChild!, at)
            range.setEnd(block.firstChild!, at + 1)
            return range.getBoundingClientRect().left
          }
          return leftOf(block.textContent!.length - 1) < leftOf(0)
        })
    // A message is drawn anew when it is answered.
    await expect.poll(() => isStopFirst('قواعد البيانات.')).toBe(true)
    expect(await isStopFirst('Databases.')).toBe(false)
  })

  it('is the same again after a reload', async () => {
    await open()
    await page.keyboard.type('remember this')
    await page.keyboard.press('Enter')
    await inThread('You said: remember this').waitFor()
    await page.reload()
    await inThread('You said: remember this').waitFor()
    await main('1 reply').waitFor()
  })

  it('begins again with a workspace that was started again: a thread that is gone is closed', async () => {
    await open()
    await page.keyboard.type('remember this')
    await page.keyboard.press('Enter')
    await inThread('You said: remember this').waitFor()
    await page.locator('#composer-main').fill('half a question')
    let states = 0
    await page.route('**/workspace/state?*', async (route) => {
      const response = await route.fetch()
      const state = (await response.json()) as object
      states += 1
      await route.fulfill({ response, json: states === 1 ? state : { ...state, messages: {} } })
    })
    let isRestarted = false
    await page.route('**/workspace/changes?*', async (route) => {
      if (isRestarted) return route.continue()
      isRestarted = true
      await route.fulfill({ contentType: 'text/event-stream', body: 'event: restart\ndata: 1\n\n' })
    })
    const told = page.waitForRequest(
      (request) => states > 1 && request.postData()?.includes('openTab') === true,
    )
    await page.reload()
    await page.locator('#thread').waitFor({ state: 'hidden' })
    await page.getByRole('heading', { name: 'Ask Parrot' }).waitFor()
    expect(await page.locator('#composer-main').inputValue()).toBe('half a question')
    // Who opened the direct message is told anew, since the app answers that with its examples.
    await told
  })

  it('says so when the app does not answer or is gone', async () => {
    await open()
    await parrot.stop()
    await page.getByText('Parrot is not connected at the moment.').waitFor()
    expect(await violations()).toEqual([])
  })

  it('sets the clock forward, so that what waits for its time appears at once', async () => {
    await open({ locale: 'en-US' })
    const { clock } = workspace
    await workspace.say('#talks', 'Good evening')
    const tomorrow = new Date(clock.now())
    tomorrow.setDate(tomorrow.getDate() + 1)
    tomorrow.setHours(9, 0, 0, 0)
    const heard: number[] = []
    clock.onTime(async () => heard.push(clock.now()))
    const body = new URLSearchParams({
      token: workspace.botToken,
      channel: workspace.channel('#talks').id,
      post_at: String(tomorrow.getTime() / 1000),
      text: 'Good morning',
    })
    await fetch(`${workspace.apiUrl}chat.scheduleMessage`, { method: 'POST', body })
    const button = page.getByRole('button', { name: 'Tomorrow, 9:00' })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-channel]', { hasText: 'new messages' }).click()
    await main('Good morning').waitFor()
    const dayOf = (length: 'short' | 'long') =>
      tomorrow
        .toLocaleDateString('en-GB', { weekday: length, day: 'numeric', month: length })
        .replace(',', '')
    expect(await page.locator('#main .log').locator('.day, .content').allTextContents()).toEqual([
      'Good evening',
      dayOf('long'),
      'Good morning',
    ])
    // As the messages have it, which is by the habit of whoever looks.
    expect(await main('Good morning').locator('time').textContent()).toMatch(/^9:00\sAM$/)
    await page.getByText(new RegExp(`^It is ${dayOf('short')}, 9:00\\sAM now\\.$`)).waitFor()
    expect(heard.length).toBeGreaterThan(1)
    await page.getByRole('button', { name: 'An hour on' }).click()
    await page.getByText(new RegExp(`^It is ${dayOf('short')}, 10:00\\sAM now\\.$`)).waitFor()
    expect(await violations()).toEqual([])
    await page.reload()
    await page.getByText(`It is ${dayOf('short')}, 10:0`).waitFor()
  })

  it('shows one pane at a time on a phone', async () => {
    await open({ viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true })
    const widthFits = () => page.evaluate('document.documentElement.scrollWidth <= innerWidth')
    expect(await widthFits()).toBe(true)
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Say hello' }).tap()
    await inThread('You said: hello').waitFor()
    expect(await page.locator('#main').isVisible()).toBe(false)
    expect(await widthFits()).toBe(true)
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Back to the conversation' }).tap()
    await main('1 reply').waitFor()
    await page.getByRole('button', { name: 'Conversations' }).tap()
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'general' }).tap()
    await page.getByRole('heading', { name: '#general', level: 1 }).waitFor()
    expect(await violations()).toEqual([])
  })

  it('is dark for those who like it dark, and can be switched', async () => {
    await open({ colorScheme: 'dark', reducedMotion: 'reduce' })
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(await paper()).toBe('rgb(23, 25, 28)')
    await workspace.command('/parrot', 'x', 'dm')
    await main('Just for you').waitFor()
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Light or dark' }).click()
    expect(await paper()).toBe('rgb(255, 255, 255)')
    await page.reload()
    await page.waitForSelector('#composer-main')
    expect(await paper()).toBe('rgb(255, 255, 255)')
  })
})
