package org.consilium.requests.provider.catalogue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which classes a class and those of its own package name in their class files (JVM specification, 4.4). */
final class ClassReferences {
    private static final int MAGIC = 0xCAFEBABE;

    private ClassReferences() {}

    /** @param unwanted beginnings of names with slashes @return the names that begin so, with dots */
    static Set<String> unwanted(Class<?> type, List<String> unwanted) {
        String own = type.getPackageName().replace('.', '/') + "/";
        Deque<String> open = new ArrayDeque<>(List.of(type.getName().replace('.', '/')));
        Set<String> seen = new HashSet<>(open);
        Set<String> found = new TreeSet<>();
        while (!open.isEmpty()) {
            for (String name : read(type.getClassLoader(), open.pop())) {
                if (name.startsWith(own) && seen.add(name)) {
                    open.push(name);
                } else if (unwanted.stream().anyMatch(name::startsWith)) {
                    found.add(name.replace('/', '.'));
                }
            }
        }
        return found;
    }

    private static Set<String> read(ClassLoader loader, String name) {
        try (InputStream file = loader.getResourceAsStream(name + ".class")) {
            return file == null ? Set.of() : classes(new DataInputStream(file));
        } catch (IOException e) {
            return Set.of();
        }
    }

    private static Set<String> classes(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        in.readInt(); // versions
        int count = in.readUnsignedShort();
        String[] texts = new String[count];
        List<Integer> names = new java.util.ArrayList<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7 -> names.add(in.readUnsignedShort());
                case 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++; // takes two entries
                }
                default -> throw new IOException("unknown constant");
            }
        }
        Set<String> classes = new HashSet<>();
        names.forEach(index -> classes.add(texts[index].replaceAll("^\\[+L?|;$", "")));
        return classes;
    }
}
