// Draws several pictures into one, on a canvas of the app's own page: its rules let pictures in as data, and nothing else is needed.
import type { Page } from '@playwright/test'

export interface Size {
  readonly width: number
  readonly height: number
}

interface Tile extends Size {
  readonly picture: Buffer
  readonly x: number
  readonly y: number
  /** Stands under the picture; empty for none. */
  readonly caption: string
}

/** A picture and its name. */
export interface Named {
  readonly name: string
  readonly picture: Buffer
}

/** How far the pictures of a sheet stand apart, and how tall a caption is, in pixels. */
const gap = 20
const captionHeight = 34

/** One picture in which each tile stands at its place. */
export async function draw(page: Page, size: Size, tiles: readonly Tile[]): Promise<Buffer> {
  const drawn = await page.evaluate(
    async ({ size, tiles }) => {
      const canvas = document.createElement('canvas')
      canvas.width = size.width
      canvas.height = size.height
      const pen = canvas.getContext('2d')
      if (pen === null) throw new Error('This page has no canvas.')
      pen.fillStyle = '#808080'
      pen.fillRect(0, 0, size.width, size.height)
      pen.imageSmoothingQuality = 'high'
      pen.fillStyle = '#000'
      pen.font = `20px ${getComputedStyle(document.body).fontFamily}`
      pen.textBaseline = 'top'
      for (const { data, x, y, width, height, caption } of tiles) {
        const image = new Image()
        image.src = `data:image/png;base64,${data}`
        await image.decode()
        pen.drawImage(image, x, y, width, height)
        pen.fillText(caption, x, y + height + 6, width)
      }
      return canvas.toDataURL('image/png')
    },
    { size, tiles: tiles.map(({ picture, ...tile }) => ({ ...tile, data: picture.toString('base64') })) },
  )
  return Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64')
}

/** One sheet of pictures that were all taken at one size, each with its name under it; as many in a row as it says, or as fit. */
export async function contactSheet(
  page: Page,
  pictures: readonly Named[],
  taken: Size,
  inRow?: number,
): Promise<Buffer> {
  const upright = taken.height > taken.width
  const columns = inRow ?? (upright ? 10 : 7)
  const width = upright ? 300 : 400
  const height = Math.round((width * taken.height) / taken.width)
  const rows = Math.ceil(pictures.length / columns)
  return draw(
    page,
    { width: gap + columns * (width + gap), height: gap + rows * (height + captionHeight + gap) },
    pictures.map(({ name, picture }, index) => ({
      picture,
      caption: name,
      x: gap + (index % columns) * (width + gap),
      y: gap + Math.floor(index / columns) * (height + captionHeight + gap),
      width,
      height,
    })),
  )
}
