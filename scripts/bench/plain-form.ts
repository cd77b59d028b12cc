import type { Browser } from '@playwright/test'

import { TEXT_FIELDS } from './measure'

/**
 * A plain HTML form with the same controls as the page at `url`: as many text fields, selects, radios,
 * check boxes and buttons, under the same names, each text field checked by a line of script as it is typed.
 */
export async function plainFormLike(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage()
  await page.goto(url, { waitUntil: 'networkidle' })
  const texts = await page.locator(TEXT_FIELDS).count()
  const count = (role: 'combobox' | 'radio' | 'checkbox' | 'switch' | 'button') =>
    page.getByRole('main').getByRole(role, { includeHidden: true }).count()
  const [selects, radios, boxes, switches, buttons] = await Promise.all([
    count('combobox'),
    count('radio'),
    count('checkbox'),
    count('switch'),
    count('button'),
  ])
  await page.close()
  const repeat = (times: number, control: (index: number) => string) =>
    Array.from({ length: times }, (_, index) => control(index)).join('\n')
  return `<!doctype html><html lang="en"><title>Plain form</title><main><form>
${repeat(texts, (n) => `<p><label>Field ${n} <input type="text" name="t${n}"></label> <output></output></p>`)}
${repeat(selects, (n) => `<p><label>Choice ${n} <select name="s${n}"><option>a<option>b</select></label></p>`)}
${repeat(radios, (n) => `<p><label><input type="radio" name="r${n}"> Radio ${n}</label></p>`)}
${repeat(boxes + switches, (n) => `<p><label><input type="checkbox" name="c${n}"> Box ${n}</label></p>`)}
${repeat(buttons, (n) => `<p><button type="button">Button ${n}</button></p>`)}
</form></main><script>
for (const field of document.querySelectorAll('input[type=text]'))
  field.addEventListener('input', () => {
    field.closest('p').querySelector('output').textContent = /^[\\d.]*$/.test(field.value) ? '' : 'Digits and dots.'
  })
</script></html>`
}
