// Looks at pages as people do, in headless Chromium: node look.js CHROMIUM FOLDER FILE…
//
// Each page is loaded light and dark, wide and as narrow as a phone, and printed. It fails where the browser says anything
// on its console, refuses or fetches anything, where the page or a table in it scrolls sideways that is not made to, where a
// cell breaks a word though only the first of a row may, or where axe finds what somebody could not read. Screenshots and the
// printed pages stay in the folder.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const [executablePath, folder, ...files] = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]
const LOOKS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1000, height: 900 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1000, height: 900 } },
  { name: 'wide', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'large-phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 360, height: 740 } },
  { name: 'small-phone', colorScheme: 'light', viewport: { width: 320, height: 640 } },
  { name: 'phone-dark', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
]

const troubles = []
const browser = await chromium.launch({ executablePath, args: FLAGS })
for (const file of files) {
  for (const look of LOOKS) await inspect(file, look)
  await print(file)
}
await browser.close()
troubles.forEach((trouble) => console.error(trouble))
console.log(`${files.length} pages looked at, ${troubles.length} troubles`)
process.exit(troubles.length === 0 ? 0 : 1)

async function open(file, look) {
  const name = `${basename(file)} (${look.name})`
  const trouble = (what) => troubles.push(`${name}: ${what}`)
  const { colorScheme, viewport } = look
  const context = await browser.newContext({ colorScheme, viewport })
  const page = await context.newPage()
  const address = pathToFileURL(resolve(file)).href
  page.on('console', (message) => trouble(`console: ${message.text()}`))
  page.on('pageerror', (error) => trouble(`error: ${error.message}`))
  page.on('requestfailed', (request) => trouble(`blocked: ${request.url()}`))
  page.on('request', (request) => {
    const isOwn = request.url() === address || request.url().startsWith('data:')
    if (!isOwn) trouble(`fetched: ${request.url()}`)
  })
  await page.goto(address)
  return { context, page, trouble }
}

async function inspect(file, look) {
  const { context, page, trouble } = await open(file, look)
  await page.waitForTimeout(200)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wider > 0) trouble(`is ${wider} px wider than the window`)
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('.wide:not(.broad)')]
      .filter((box) => box.scrollWidth > box.clientWidth)
      .map((box) => box.getAttribute('aria-label')))
  for (const name of cut) trouble(`has to be scrolled to be read: ${name}`)
  for (const word of await page.evaluate(brokenWords)) trouble(`breaks a word: ${word}`)
  const small = await page.evaluate(() =>
    innerWidth < 1280 ? [] : [...document.querySelectorAll('.broad')]
      .filter((box) => box.scrollWidth > box.clientWidth)
      .map((box) => box.getAttribute('aria-label')))
  for (const name of small) trouble(`does not fit on a large screen: ${name}`)
  const styled = await page.evaluate(() => getComputedStyle(document.querySelector('main')).maxWidth)
  if (styled === 'none') trouble('has no style')
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => axe.run())
  for (const { id, nodes } of violations) trouble(`${id}: ${nodes.map((node) => node.target).join(', ')}`)
  await page.screenshot({ path: picture(file, look.name, 'png'), fullPage: true })
  await context.close()
}

// The words in cells that begin on one line and end on another. Runs in the page.
function brokenWords() {
  const broken = []
  for (const cell of document.querySelectorAll('thead th, td')) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange()
        range.setStart(texts.currentNode, word.index)
        range.setEnd(texts.currentNode, word.index + word[0].length)
        const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top)))
        if (lines.size > 1) broken.push(word[0])
      }
    }
  }
  return broken
}

async function print(file) {
  const look = { name: 'print', colorScheme: 'dark', viewport: { width: 1000, height: 900 } }
  const { context, page } = await open(file, look)
  await page.pdf({ path: picture(file, 'print', 'pdf'), format: 'A4' })
  await context.close()
}

function picture(file, name, kind) {
  return join(folder, `${basename(file, '.html')}-${name}.${kind}`)
}
