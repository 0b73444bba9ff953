package org.consilium.documents.provider.format;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of each kind, honest and otherwise. */
public final class Samples {
    private Samples() {}

    public static byte[] pdf() {
        return latin("%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    }

    public static byte[] jpeg() {
        return image("jpg");
    }

    public static byte[] png() {
        return image("png");
    }

    /** A valid PNG of so many pixels that decoding it would take gigabytes. */
    public static byte[] hugePng(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin("\u0089PNG\r\n\u001A\n"));
        out.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array()));
        out.writeBytes(chunk("IDAT", deflated(new byte[1024])));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /** A JPEG whose frame header tells its size after some segments of metadata. */
    public static byte[] jpegOf(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(64);
        out.putShort((short) 0xFFD8)
                .putShort((short) 0xFFE1)
                .putShort((short) 10)
                .put(latin("Exif\0\0\0\0"));
        out.putShort((short) 0xFFC2)
                .putShort((short) 11)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width);
        out.put(new byte[] {1, 1, 17, 0}).putShort((short) 0xFFD9);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    public static byte[] webp(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("RIFF")).putInt(22).put(latin("WEBPVP8X")).putInt(10).putInt(0);
        out.put(littleEndian24(width - 1)).put(littleEndian24(height - 1));
        return out.array();
    }

    /** WebP without alpha, as most programs write it. */
    public static byte[] lossyWebp(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("RIFF")).putInt(22).put(latin("WEBPVP8 ")).putInt(10);
        out.put(latin("\u0010\u0000\u0000\u009D\u0001\u002A"))
                .putShort((short) width)
                .putShort((short) height);
        return out.array();
    }

    public static byte[] losslessWebp(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("RIFF")).putInt(18).put(latin("WEBPVP8L")).putInt(5).put((byte) 0x2F);
        out.putInt((width - 1) | (height - 1) << 14);
        return out.array();
    }

    public static byte[] heic(String brand, String compatible, int width, int height) {
        byte[] size = box(
                "ispe",
                ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
        byte[] thumbnail = box(
                "ispe",
                ByteBuffer.allocate(12).putInt(0).putInt(160).putInt(120).array());
        byte[] container = box("ipco", joined(thumbnail, box("colr", new byte[4]), size));
        byte[] meta = box("meta", joined(new byte[4], box("hdlr", new byte[20]), box("iprp", container)));
        return joined(box("ftyp", latin(brand + "\0\0\0\0" + compatible)), meta, box("mdat", new byte[100]));
    }

    public static byte[] dicom() {
        return joined(new byte[128], latin("DICM\u0002\0\0\0UL\u0004\0\0\0\0\0"), new byte[64]);
    }

    public static byte[] text(String text, Charset charset) {
        return text.getBytes(charset);
    }

    public static byte[] docx() {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/media/image1.png");
    }

    public static byte[] xlsx() {
        return zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
    }

    public static byte[] zip(String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("<part/>", StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] latin(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] image(String format) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, 0xFFFFFF);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(content.length + 8)
                .putInt(content.length + 8)
                .put(latin(type))
                .put(content)
                .array();
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(latin(type));
        crc.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(latin(type))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataOutputStream deflater = new DataOutputStream(new DeflaterOutputStream(out))) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] littleEndian24(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }
}
