/*
 * Looks at a page from the inside and answers what is wrong with it: text that is hard to see on what stands behind it,
 * parts that reach beyond the window, drawings without a title, tables without heads, ids that are used twice. Read as text
 * and run by the browser; its last line is the answer.
 */

function contrastFaults() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const faults = new Set()
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    if (element === null || node.textContent?.trim() === '' || isUnseen(element)) continue
    const style = getComputedStyle(element)
    const isDrawn = element.namespaceURI === 'http://www.w3.org/2000/svg'
    const ratio = contrast(colourOf(isDrawn ? style.fill : style.color), groundOf(element))
    const size = Number.parseFloat(style.fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    if (ratio < (isLarge ? 3 : 4.5)) faults.add(`contrast ${ratio.toFixed(2)} of ${nameOf(element)}`)
  }
  return [...faults]
}

function overflowFaults() {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1)
  return [`wider than ${width}: ${[...new Set(wide.map(nameOf))].slice(0, 5).join(', ')}`]
}

function structureFaults() {
  const all = [...document.querySelectorAll('*')]
  const ids = all.map(({ id }) => id).filter(Boolean)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const headless = [...document.querySelectorAll('table')].filter((table) => table.querySelector('thead th') === null)
  const dumb = [...document.querySelectorAll('svg')].filter(
    (svg) => svg.getAttribute('role') !== 'img' || !svg.querySelector('title') || !svg.querySelector('desc'),
  )
  const foreign = all.filter((one) =>
    ['SCRIPT', 'IMG', 'IFRAME', 'LINK', 'OBJECT', 'FORM', 'BASE'].includes(one.tagName),
  )
  const acting = all.filter((one) => one.getAttributeNames().some((name) => name.startsWith('on') || name === 'href'))
  return [
    ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
    ...twice.map((id) => `id ${id} twice`),
    ...headless.map(() => 'a table without heads'),
    ...dumb.map(() => 'a drawing without words'),
    ...[...foreign, ...acting].map((one) => `a ${nameOf(one)} that no report has`),
  ]
}

function isUnseen(element) {
  const { width, height } = element.getBoundingClientRect()
  return width <= 1 || height <= 1 || element.closest('.unseen, title, desc, thead') !== null
}

function nameOf(element) {
  const kind = element.getAttribute('class') ?? ''
  return `${element.tagName.toLowerCase()}${kind === '' ? '' : `.${kind.replaceAll(' ', '.')}`}`
}

/** The first ground that is painted behind it. */
function groundOf(element) {
  for (let at = element; at !== null; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor
    if (colour !== 'rgba(0, 0, 0, 0)' && colour !== 'transparent') return colourOf(colour)
  }
  return [255, 255, 255]
}

function colourOf(text) {
  return (text.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
}

function contrast(one, other) {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

;[...contrastFaults(), ...overflowFaults(), ...structureFaults()]
