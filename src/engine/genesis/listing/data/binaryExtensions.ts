/** Extensions of files that hold no text: they are known by name, so that they are never read. */
export const binaryExtensions: ReadonlySet<string> = new Set(
  [
    // pictures
    'png jpg jpeg gif webp avif bmp ico icns tif tiff psd ai eps heic xcf sketch fig',
    // sound and film
    'mp3 wav ogg flac aac m4a mid mp4 webm mov avi mkv wmv flv',
    // fonts
    'woff woff2 ttf otf eot',
    // archives and packages
    'zip gz tgz bz2 xz 7z rar tar zst lz4 jar war ear whl egg gem nupkg vsix crx deb rpm apk ipa dmg iso',
    // compiled code
    'exe dll so dylib a o obj lib class pyc pyo pyd wasm node bin elf pdb rlib beam',
    // documents
    'pdf doc docx xls xlsx ppt pptx odt ods odp epub',
    // data
    'db sqlite sqlite3 mdb parquet avro npy npz h5 hdf5 pkl pickle onnx pt pth safetensors gguf tflite dat rdb mo',
    // keys and certificates in binary form
    'p12 pfx jks keystore der',
    // three-dimensional models, maps, games
    'glb fbx blend stl mbtiles unitypackage',
  ].flatMap((line) => line.split(' ')),
);
