import Alongside
import Foundation

/// A photo of nothing, as an app adds it: a whole JPEG by its markers, of so many bytes.
public func aPhoto(bytes: Int = 400, caption: String? = nil) -> NewPhoto {
  NewPhoto(jpeg: aJpeg(bytes: bytes), preview: aJpeg(bytes: 100), caption: caption)
}

/// The smallest frame and one scan, as long as it takes.
public func aJpeg(bytes: Int) -> Data {
  let frame: [UInt8] = [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]
  let scan: [UInt8] = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  let end: [UInt8] = [0xff, 0xd9]
  let coded = [UInt8](repeating: 0x2a, count: bytes - frame.count - scan.count - end.count)
  return Data(frame + scan + coded + end)
}
