import { chromium } from '@playwright/test'

import { measureKeys, measureLoad } from './bench/measure'
import { plainFormLike } from './bench/plain-form'
import { serveHtml } from './bench/servers'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const page =
  'http://127.0.0.1:3340/cen/cen-c7552q19cnvv7ptjlw/transit-routers/tr-31bdalhkvzav8stsmf/connections/create'
let t = Date.now()
const lap = (n: string, v: unknown) => {
  console.log(n, Date.now() - t, JSON.stringify(v))
  t = Date.now()
}
const plain = await serveHtml(await plainFormLike(b, page), 3902)
for (let i = 0; i < 3; i++) {
  lap('load', await measureLoad(b, page).catch(String))
  lap('keys', await measureKeys(b, page).catch(String))
  lap('plain', await measureKeys(b, plain.url).catch(String))
}
await b.close()
await plain.stop()
