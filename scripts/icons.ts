import { readFileSync, writeFileSync } from 'node:fs'

import { chromium } from '@playwright/test'

import { chromiumPath } from '@/scripts/chromium'

// Draws public/icon.svg in the sizes and the format that browsers ask for by fixed names.
const svg = readFileSync('public/icon.svg', 'utf8')
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
const page = await browser.newPage()

for (const size of [192, 512]) writeFileSync(`public/icon-${size}.png`, await draw(size, svg))
// The home screen rounds the corners itself and shows black behind transparent ones.
writeFileSync('public/apple-touch-icon.png', await draw(180, svg.replace('rx="14"', 'rx="0"')))
writeFileSync('public/favicon.ico', icon([await draw(16, svg), await draw(32, svg)]))
await browser.close()

async function draw(size: number, source: string): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${source}`)
  return page.screenshot({ omitBackground: true })
}

/** An ICO file: a directory of 16 bytes an entry, then the pictures, which may be PNG since Windows Vista. */
function icon(pictures: Buffer[]): Buffer {
  const directory = Buffer.alloc(6 + 16 * pictures.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(pictures.length, 4)
  let offset = directory.length
  for (const [index, picture] of pictures.entries()) {
    const at = 6 + 16 * index
    // The width and height of a PNG stand at bytes 16 and 20.
    directory.writeUInt8(picture.readUInt32BE(16), at)
    directory.writeUInt8(picture.readUInt32BE(20), at + 1)
    directory.writeUInt16LE(1, at + 4)
    directory.writeUInt16LE(32, at + 6)
    directory.writeUInt32LE(picture.length, at + 8)
    directory.writeUInt32LE(offset, at + 12)
    offset += picture.length
  }
  return Buffer.concat([directory, ...pictures])
}
