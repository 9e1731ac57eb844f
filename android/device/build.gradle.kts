// The Android library: what only a phone has. An app depends on this one and gets `companion` with it.
plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
    `maven-publish`
}

android {
    namespace = "org.alongside.device"
    compileSdk = 35
    defaultConfig {
        minSdk = 26
        consumerProguardFiles("consumer-rules.pro")
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    publishing {
        singleVariant("release") { withSourcesJar() }
    }
}

dependencies {
    // As an archive of Android's own, with the shared libraries of every kind of phone in it; `companion` compiles against
    // the plain jar of the same version and leaves it out here.
    api(project(":companion")) { exclude(group = "net.java.dev.jna") }
    implementation(variantOf(libs.jna) { artifactType("aar") })
    implementation(libs.coroutines.android)
}

// Before anything is packed, the shared library has to be there. scripts/build-library.sh makes it and checks its pages.
val requireLibrary by tasks.registering {
    val libraries = layout.projectDirectory.dir("src/main/jniLibs")
    doLast {
        val found = libraries.asFileTree.files.any { it.name == "libalongside.so" }
        check(found) { "there is no libalongside.so in ${libraries.asFile}: run scripts/build-library.sh first" }
    }
}

tasks.matching { it.name.startsWith("merge") && it.name.endsWith("JniLibFolders") }.configureEach { dependsOn(requireLibrary) }

publishing {
    publications {
        register<MavenPublication>("release") {
            groupId = "org.alongside"
            artifactId = "device"
            version = "0.1.0"
            afterEvaluate { from(components["release"]) }
        }
    }
}
